package com.customerfocus.handoff.report;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.report.HandoffFilter.SideOfDepartment;
import com.customerfocus.handoff.report.HandoffFilter.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists of handoffs, a page with one statement. */
@Repository
class HandoffEntries {

  /** The names are looked up for the rows of the page only. */
  private static final String NAMED =
      """
      select h.id, h.subject, c.reference as customer, h.priority, h.state,
             h.requester_id, coalesce(r.name, h.requester_id) as requester_name,
             h.requester_department as requester_department_id,
             coalesce(rd.name, h.requester_department) as requester_department_name,
             h.partner_department as partner_department_id,
             coalesce(pd.name, h.partner_department) as partner_department_name,
             h.owner_id, coalesce(o.name, h.owner_id) as owner_name,
             h.parent_id, h.asked_times, h.wished_at, h.due_at, h.proposed_at, h.requested_at,
             h.accepted_at, h.delivered_at, h.ended_at
        from (%s) h
        left join person r on r.id = h.requester_id
        left join person o on o.id = h.owner_id
        left join department rd on rd.id = h.requester_department
        left join department pd on pd.id = h.partner_department
        left join customer c on c.id = h.customer_id
       order by %s
      """;

  private static final String OVERDUE =
      """
      (h.state = 'ACCEPTED' and h.due_at < :now
        or h.state in ('REQUESTED', 'ASKED_BACK', 'DATE_PROPOSED', 'DECLINED', 'ACCEPTED')
           and exists (select 1 from service_clock k
                        where k.subject_kind = 'handoff' and k.subject_id = h.id
                          and k.state = 'RUNNING' and k.due_at < :now))
      """;

  private static final RecordMapper<HandoffEntry> ENTRY = RecordMapper.of(HandoffEntry.class);

  private final JdbcClient jdbc;

  HandoffEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One page. */
  List<HandoffEntry> list(
      HandoffFilter filter,
      HandoffReader reader,
      Sort sort,
      boolean descending,
      Instant now,
      int offset,
      int limit) {
    var where = new Where();
    where.add(HandoffVisibility.condition(reader));
    where.params.putAll(HandoffVisibility.params(reader));
    where.add(filter, reader, now);
    var page =
        "select h.* from handoff h%s order by %s offset :offset rows fetch next :limit rows only"
            .formatted(where.sql(), sort.sql("h", descending));
    return jdbc.sql(NAMED.formatted(page, sort.sql("h", descending)))
        .params(where.params)
        .param("offset", offset)
        .param("limit", limit)
        .query(ENTRY)
        .list();
  }

  /** One handoff that the reader may see. */
  Optional<HandoffEntry> find(long id, HandoffReader reader) {
    var where = new Where();
    where.add("h.id = :id");
    where.add(HandoffVisibility.condition(reader));
    return jdbc.sql(NAMED.formatted("select h.* from handoff h" + where.sql(), "h.id"))
        .params(HandoffVisibility.params(reader))
        .param("id", id)
        .query(ENTRY)
        .optional();
  }

  /** The handoffs for parts of this one, by any requester. */
  List<HandoffEntry> children(long id) {
    return jdbc.sql(
            NAMED.formatted("select h.* from handoff h where h.parent_id = :id", "h.id asc"))
        .param("id", id)
        .query(ENTRY)
        .list();
  }

  /** Conditions on {@code handoff h} and their parameters. */
  private static final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    String sql() {
      return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    void add(String condition) {
      if (condition != null) {
        conditions.add(condition);
      }
    }

    void add(HandoffFilter filter, HandoffReader reader, Instant now) {
      add("h.state in (:states)", "states", names(filter.states()));
      add("h.priority in (:priorities)", "priorities", names(filter.priorities()));
      addDepartment(filter, reader);
      add("(h.requester_id = :person or h.owner_id = :person)", "person", filter.person());
      add(
          "h.customer_id = (select id from customer where reference = :customer)",
          "customer",
          filter.customer());
      add("h.due_at >= :dueAfter", "dueAfter", at(filter.dueAfter()));
      add("h.due_at < :dueBefore", "dueBefore", at(filter.dueBefore()));
      add("h.requested_at >= :requestedAfter", "requestedAfter", at(filter.requestedAfter()));
      add("h.requested_at < :requestedBefore", "requestedBefore", at(filter.requestedBefore()));
      if (filter.overdue() != null) {
        add(filter.overdue() ? OVERDUE : "not " + OVERDUE, "now", at(now));
      }
    }

    private void addDepartment(HandoffFilter filter, HandoffReader reader) {
      if (filter.department() == null && filter.side() == null) {
        return;
      }
      params.put(
          "departments",
          filter.department() == null
              ? HandoffVisibility.params(reader).get("mine")
              : List.of(filter.department()));
      if (filter.side() == null) {
        conditions.add(
            "(h.requester_department in (:departments) or h.partner_department in (:departments))");
      } else if (filter.side() == SideOfDepartment.ASKED) {
        conditions.add("h.requester_department in (:departments)");
      } else {
        conditions.add("h.partner_department in (:departments)");
      }
    }

    private static List<String> names(List<? extends Enum<?>> values) {
      return values == null || values.isEmpty()
          ? null
          : values.stream().<String>map(Enum::name).toList();
    }

    private void add(String condition, String name, Object value) {
      if (value != null) {
        conditions.add(condition);
        params.put(name, value);
      }
    }
  }
}
