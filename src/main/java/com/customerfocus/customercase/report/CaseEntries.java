package com.customerfocus.customercase.report;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.customercase.report.CaseFilter.Sort;
import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads lists of cases. What is open and what is over are read apart where the next news sort them:
 * an index on the clocks of open cases leads to the first, the number of the case to the others, so
 * that a page costs the same however many cases are over.
 */
@Repository
class CaseEntries {

  private static final String COLUMNS =
      """
      select k.id, k.subject, c.reference as customer, k.kind, k.channel, k.priority, k.state,
             k.owner_id, coalesce(o.name, k.owner_id) as owner_name, k.cycle, k.comfort,
             k.not_comfortable, n.news_due_at, n.answer_due_at,
             (select count(*) from customer_case_late l where l.case_id = k.id) as late,
             k.previous_id, k.joined_to_id, k.opened_at, k.closed_at
      """;

  private static final String NAMES =
      """
        left join customer c on c.id = k.customer_id
        left join person o on o.id = k.owner_id
      """;

  private static final String CASES =
      " from customer_case k left join customer_case_clock n on n.case_id = k.id\n";

  /** From the clocks; open cases have one. */
  private static final String OPEN_CASES =
      " from customer_case_clock n join customer_case k on k.id = n.case_id\n";

  private static final String SELECT = COLUMNS + CASES + NAMES;

  private static final String SEEN =
      "k.owner_id in (select id from person where id = :me or manager_id = :me)";

  private static final RecordMapper<CaseEntry> ENTRY = RecordMapper.of(CaseEntry.class);

  private final JdbcClient jdbc;

  CaseEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Which part of the list, and how it is sorted. */
  record Page(Sort sort, boolean descending, int offset, int limit) {}

  List<CaseEntry> list(CaseFilter filter, Instant now, CaseReader reader, Page page) {
    var params = new HashMap<String, Object>();
    var conditions = conditions(filter, now, reader, params);
    if (page.sort() == Sort.OPENED) {
      var all = new Part(CASES, where(conditions, null), page.sort().sql(page.descending()));
      return rows(all, params, page.offset(), page.limit());
    }
    // Cases that are over have no news due: last, or first when it is turned round.
    var parts = new ArrayList<Part>();
    if (filter.includesOpen()) {
      parts.add(new Part(OPEN_CASES, where(conditions, null), page.sort().sql(page.descending())));
    }
    if (filter.includesOver()) {
      parts.add(
          new Part(
              CASES,
              where(conditions, "k.closed_at is not null"),
              page.descending() ? "k.id desc" : "k.id"));
    }
    if (parts.isEmpty()) {
      return List.of();
    }
    if (page.descending()) {
      Collections.reverse(parts);
    }
    var first = parts.get(0);
    var found = new ArrayList<>(rows(first, params, page.offset(), page.limit()));
    if (parts.size() > 1 && found.size() < page.limit()) {
      var offset = Math.max(0, page.offset() - count(first, params));
      found.addAll(rows(parts.get(1), params, offset, page.limit() - found.size()));
    }
    return found;
  }

  /** Some of the cases, in this order. */
  private record Part(String from, String where, String order) {}

  private List<CaseEntry> rows(Part part, Map<String, Object> params, int offset, int limit) {
    return jdbc.sql(
            COLUMNS
                + part.from()
                + NAMES
                + part.where()
                + " order by "
                + part.order()
                + " offset :offset rows fetch next :limit rows only")
        .params(params)
        .param("offset", offset)
        .param("limit", limit)
        .query(ENTRY)
        .list();
  }

  private int count(Part part, Map<String, Object> params) {
    return jdbc.sql("select count(*)" + part.from() + part.where())
        .params(params)
        .query(Integer.class)
        .single();
  }

  /** One case that the reader may see. */
  Optional<CaseEntry> find(long id, CaseReader reader) {
    var params = new HashMap<String, Object>();
    var conditions = new ArrayList<>(List.of("k.id = :id"));
    see(reader, conditions, params);
    return jdbc.sql(SELECT + " where " + String.join(" and ", conditions))
        .params(params)
        .param("id", id)
        .query(ENTRY)
        .optional();
  }

  /** One case that this person has opened, also when another one owns it by now. */
  Optional<CaseEntry> findOpenedBy(long id, String login) {
    return jdbc.sql(SELECT + " where k.id = :id and k.opened_by = :login")
        .param("id", id)
        .param("login", login)
        .query(ENTRY)
        .optional();
  }

  private static void see(CaseReader reader, List<String> conditions, Map<String, Object> params) {
    if (!reader.seesAll()) {
      conditions.add(SEEN);
      params.put("me", reader.id());
    }
  }

  private static List<String> conditions(
      CaseFilter filter, Instant now, CaseReader reader, Map<String, Object> params) {
    var conditions = new ArrayList<String>();
    see(reader, conditions, params);
    add("k.state in (:states)", "states", names(filter.states()), conditions, params);
    add("k.kind in (:kinds)", "kinds", names(filter.kinds()), conditions, params);
    add("k.owner_id = :owner", "owner", filter.owner(), conditions, params);
    add(
        "k.customer_id = (select id from customer where reference = :customer)",
        "customer",
        filter.customer(),
        conditions,
        params);
    add("n.news_due_at < :before", "before", at(filter.newsDueBefore()), conditions, params);
    if (filter.overdue() != null) {
      // A case that is over has no clock, and nothing of it is overdue.
      add(
          filter.overdue()
              ? "(n.news_due_at < :now or n.answer_due_at < :now)"
              : "(n.case_id is null or n.news_due_at >= :now"
                  + " and (n.answer_due_at is null or n.answer_due_at >= :now))",
          "now",
          at(now),
          conditions,
          params);
    }
    return conditions;
  }

  /**
   * @param another condition, or null
   */
  private static String where(List<String> conditions, String another) {
    var all = new ArrayList<>(conditions);
    if (another != null) {
      all.add(another);
    }
    return all.isEmpty() ? "" : " where " + String.join(" and ", all);
  }

  private static List<String> names(List<? extends Enum<?>> values) {
    return values == null || values.isEmpty()
        ? null
        : values.stream().<String>map(Enum::name).toList();
  }

  private static void add(
      String condition,
      String name,
      Object value,
      List<String> conditions,
      Map<String, Object> params) {
    if (value != null) {
      conditions.add(condition);
      params.put(name, value);
    }
  }
}
