package com.customerfocus.customer.search;

import static com.customerfocus.customer.CustomerContacts.CUSTOMERS;
import static com.customerfocus.customer.CustomerContacts.OUT_OF_REACH;

import com.customerfocus.customer.CustomerNotices;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.support.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds customers by beginnings of words of their names, in any script, by mail address, phone
 * number or reference. Who may see whom is decided here: owners see their own customers, and any
 * one whose exact reference they know.
 */
@Service
@Transactional(readOnly = true)
public class CustomerSearch {

  /** After all letters: where the range of a prefix ends. */
  private static final String END = Character.toString(Character.MAX_CODE_POINT);

  private static final String VIEW =
      """
      select reference, name, mail, phone, postal_address,
             coalesce(chosen_language, language) as language, tier, zone as time_zone,
             owner_id as owner, contact, by_post, %s as out_of_reach,
             out_since as out_of_reach_since, changed_at
        from %s
      """
          .formatted(OUT_OF_REACH, CUSTOMERS);

  private final JdbcClient jdbc;
  private final CustomerNotices notices;

  CustomerSearch(JdbcClient jdbc, CustomerNotices notices) {
    this.jdbc = jdbc;
    this.notices = notices;
  }

  /** Any customer, by reference in capitals or not; one spelled alike comes first. */
  public Optional<CustomerView> customer(String reference) {
    return jdbc
        .sql(VIEW + " where reference in (:references)")
        .param("references", references(reference))
        .query(RecordMapper.of(CustomerView.class))
        .list()
        .stream()
        .max(Comparator.comparing(it -> it.reference().equals(reference)));
  }

  /** A reference as it is read out: in capitals or not. The index knows each of these. */
  private static Set<String> references(String typed) {
    return Set.copyOf(
        List.of(typed, typed.toUpperCase(Locale.ROOT), typed.toLowerCase(Locale.ROOT)));
  }

  /**
   * The customers of one owner that are found by the text, in the order of their names.
   *
   * @param text empty for all; an exact reference finds any owner's customer
   */
  public List<CustomerView> ownCustomers(String ownerId, String text, int offset, int limit) {
    var params = new HashMap<String, Object>();
    return jdbc.sql(query(ownerId, text, offset, limit, params))
        .params(params)
        .query(RecordMapper.of(CustomerView.class))
        .list();
  }

  /** The SQL of one page; adds its parameters. */
  static String query(
      String ownerId, String text, int offset, int limit, Map<String, Object> params) {
    var typed = Texts.oneLine(text == null ? "" : text);
    params.put("owner", ownerId);
    params.put("offset", offset);
    params.put("limit", limit);
    var where = " where owner_id = :owner";
    if (!typed.isEmpty()) {
      where =
          " where reference in (:references) or owner_id = :owner and (%s)"
              .formatted(found(typed, params));
      params.put("references", references(typed));
    }
    return VIEW
        + where
        + " order by search_name, id offset :offset rows fetch next :limit rows only";
  }

  /**
   * Each word is a range among the terms of each customer of the owner. Not a range of the whole
   * index: how long one is PostgreSQL does not know in a prepared statement, and plans for the
   * worst.
   */
  static String found(String typed, Map<String, Object> params) {
    var ways = new ArrayList<String>();
    var words = SearchTerms.typed(typed);
    if (!words.isEmpty()) {
      var all = new ArrayList<String>();
      for (var i = 0; i < words.size(); i++) {
        params.put("word" + i, words.get(i));
        params.put("end" + i, words.get(i) + END);
        all.add(
            ("exists (select 1 from customer_term t where t.customer_id = customer.id"
                    + " and t.term >= :word%1$d and t.term < :end%1$d)")
                .formatted(i));
      }
      ways.add(all.stream().collect(Collectors.joining(" and ")));
    }
    if (SearchTerms.isPhone(typed)) {
      params.put("phone", SearchTerms.phone(typed));
      params.put("phoneEnd", SearchTerms.phone(typed) + END);
      ways.add("phone_digits >= :phone and phone_digits < :phoneEnd");
    }
    return ways.isEmpty() ? "1 = 0" : String.join(" or ", ways);
  }

  /** How many customers there are, of which kind. */
  public CustomerFigures figures() {
    record Counts(long customers, long byPost, long outOfReach, long withoutMail) {}
    var counts =
        jdbc.sql(
                """
                select count(*) as customers, count(case when by_post then 1 end) as by_post,
                       count(case when %s then 1 end) as out_of_reach,
                       count(case when mail is null then 1 end) as without_mail
                  from %s
                """
                    .formatted(OUT_OF_REACH, CUSTOMERS))
            .query(RecordMapper.of(Counts.class))
            .single();
    return new CustomerFigures(
        counts.customers(),
        by("coalesce(chosen_language, language)"),
        by("coalesce(tier, 'none')"),
        by("contact"),
        counts.byPost(),
        counts.outOfReach(),
        counts.withoutMail(),
        notices.refused());
  }

  private Map<String, Long> by(String expression) {
    var counts = new TreeMap<String, Long>();
    jdbc.sql(
            "select kind, count(*) as customers from (select %s as kind from customer) c group by kind"
                .formatted(expression))
        .query(
            row -> {
              counts.put(row.getString("kind"), row.getLong("customers"));
            });
    return counts;
  }
}
