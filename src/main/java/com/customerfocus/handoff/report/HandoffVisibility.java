package com.customerfocus.handoff.report;

import com.customerfocus.access.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who reads which handoffs: members and heads of one of the two departments, who asked, who has it,
 * who follows it, and the groups that follow the whole company. Its files are for both sides only.
 */
@Service
@Transactional(readOnly = true)
public class HandoffVisibility {

  /** Of {@code handoff h}, with the parameters {@code mine} (departments) and {@code me}. */
  private static final String IS_ON_A_SIDE =
      """
      (h.requester_department in (:mine) or h.partner_department in (:mine)
        or h.requester_id = :me or h.owner_id = :me)
      """;

  /** A union, because each part is a range of an index, and together they are few. */
  private static final String IS_SEEN =
      """
      h.id in (
        select id from handoff where requester_department in (:mine)
        union all select id from handoff where partner_department in (:mine)
        union all select id from handoff where requester_id = :me
        union all select id from handoff where owner_id = :me
        union all select handoff_id from handoff_follower where person_id = :me)
      """;

  private final JdbcClient jdbc;

  HandoffVisibility(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the person reads by their groups and departments. One statement. */
  public HandoffReader of(Actor person) {
    return new HandoffReader(person.id(), person.followsTheCompany(), departments(person.id()));
  }

  private List<String> departments(String person) {
    return jdbc.sql(
            """
            select department_id as id from person
             where id = :person and active and department_id is not null
            union
            select d.id from department d join person p on p.id = d.head_id
             where p.id = :person and p.active
            """)
        .param("person", person)
        .query(String.class)
        .list();
  }

  /** Whether the person belongs to one of the two sides: only these exchange files. */
  public boolean isOnASide(long handoffId, Actor person) {
    return jdbc.sql("select count(*) from handoff h where h.id = :id and " + IS_ON_A_SIDE)
            .param("id", handoffId)
            .params(params(new HandoffReader(person.id(), false, departments(person.id()))))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The condition on {@code handoff h} for this reader; null for one who sees all. */
  static String condition(HandoffReader reader) {
    return reader.seesAll() ? null : IS_SEEN;
  }

  static Map<String, Object> params(HandoffReader reader) {
    return Map.of(
        "me",
        reader.id(),
        "mine",
        // An empty list is no SQL; no department has an empty id.
        reader.departments().isEmpty() ? List.of("") : reader.departments());
  }
}
