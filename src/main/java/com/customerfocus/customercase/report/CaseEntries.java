package com.customerfocus.customercase.report;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.customercase.report.CaseFilter.Sort;
import com.customerfocus.database.RecordMapper;
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

  List<CaseEntry> list(
      CaseFilter filter, CaseReader reader, Sort sort, boolean descending, int offset, int limit) {
    var params = new HashMap<String, Object>();
    var where = conditions(filter, reader, params);
    return jdbc.sql(
            SELECT
                + where
                + " order by "
                + sort.sql(descending)
                + " offset :offset rows fetch next :limit rows only")
        .params(params)
        .param("offset", offset)
        .param("limit", limit)
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
      CaseFilter filter, CaseReader reader, Map<String, Object> params) {
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
