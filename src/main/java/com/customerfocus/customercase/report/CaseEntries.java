package com.customerfocus.customercase.report;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.customercase.report.CaseFilter.Sort;
import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists of cases, a page with one statement. */
@Repository
class CaseEntries {

  private static final String SELECT =
      """
      select k.id, k.subject, c.reference as customer, k.kind, k.channel, k.priority, k.state,
             k.owner_id, coalesce(o.name, k.owner_id) as owner_name, k.cycle, k.comfort,
             k.not_comfortable, n.news_due_at, n.answer_due_at,
             (select count(*) from customer_case_late l where l.case_id = k.id) as late,
             k.previous_id, k.joined_to_id, k.opened_at, k.closed_at
        from customer_case k
        left join customer_case_clock n on n.case_id = k.id
        left join customer c on c.id = k.customer_id
        left join person o on o.id = k.owner_id
      """;

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
    var where = conditions(filter, now, reader, params);
    return jdbc.sql(
            SELECT
                + where
                + " order by "
                + page.sort().sql(page.descending())
                + " offset :offset rows fetch next :limit rows only")
        .params(params)
        .param("offset", page.offset())
        .param("limit", page.limit())
        .query(ENTRY)
        .list();
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

  private static void see(CaseReader reader, List<String> conditions, Map<String, Object> params) {
    if (!reader.seesAll()) {
      conditions.add(SEEN);
      params.put("me", reader.id());
    }
  }

  private static String conditions(
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
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
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
