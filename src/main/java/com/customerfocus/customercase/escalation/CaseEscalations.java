package com.customerfocus.customercase.escalation;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code customer_case_escalation} and {@code customer_case_partner_late}. */
@Repository
class CaseEscalations {

  private static final String SELECT =
      """
      select e.id, e.case_id, e.cycle, e.reason, e.owner_id, o.name as owner_name, e.manager_id,
             m.name as manager_name, e.escalated_at, e.due_at, e.decision, e.decided_at,
             e.decided_by, e.note
        from customer_case_escalation e
        left join person o on o.id = e.owner_id
        left join person m on m.id = e.manager_id
      """;

  private static final RecordMapper<CaseEscalation> ESCALATION =
      RecordMapper.of(CaseEscalation.class);

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate keyed;

  CaseEscalations(JdbcClient jdbc, NamedParameterJdbcTemplate keyed) {
    this.jdbc = jdbc;
    this.keyed = keyed;
  }

  /**
   * A case to escalate.
   *
   * @param title customer and need
   */
  record Subject(long caseId, int cycle, String ownerId, String title) {}

  /** These cases, where they are open and this reason is not on record for their present run. */
  List<Subject> fresh(Collection<Long> cases, CaseEscalationReason reason) {
    return jdbc.sql(
            """
            select c.id as case_id, c.cycle, c.owner_id,
                   case when k.name is null then c.subject
                        else concat(k.name, ', ', c.subject) end as title
              from customer_case c left join customer k on k.id = c.customer_id
             where c.id in (:cases) and c.closed_at is null
               and not exists (select 1 from customer_case_escalation e
                                where e.case_id = c.id and e.cycle = c.cycle
                                  and e.reason = :reason)
             order by c.id
            """)
        .param("cases", cases)
        .param("reason", reason.name())
        .query(RecordMapper.of(Subject.class))
        .list();
  }

  /** Those of these cases whose news were late as often in their present run. */
  List<Long> lateSince(Collection<Long> cases, int times) {
    return jdbc.sql(
            """
            select l.case_id from customer_case_late l
              join customer_case c on c.id = l.case_id and c.cycle = l.cycle
             where l.case_id in (:cases) and l.what = 'NEWS'
             group by l.case_id having count(*) >= :times
            """)
        .param("cases", cases)
        .param("times", times)
        .query(Long.class)
        .list();
  }

  /**
   * Some of the cases in which it is overdue to find out; those that are locked are left out.
   *
   * @param others numbers of cases that are left out, too
   */
  List<Long> lockOverdue(Instant now, Collection<Long> others, int most) {
    return jdbc.sql(
            """
            select c.id from customer_case c
             where c.find_out_due_at < :now and c.id not in (:others)
               and not exists (select 1 from customer_case_escalation e
                                where e.case_id = c.id and e.cycle = c.cycle
                                  and e.reason = 'FIND_OUT_OVERDUE')
             order by c.find_out_due_at, c.id
             fetch first :most rows only for update skip locked
            """)
        .param("now", at(now))
        // An empty list is no SQL; no case has this number.
        .param("others", others.isEmpty() ? List.of(0L) : others)
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /**
   * Keeps that a partner was late; the same moment once more is kept once.
   *
   * @return how often partners were late in this run of the case
   */
  int addPartnerLate(long caseId, int cycle, long handoffId, Instant dueAt) {
    jdbc.sql(
            """
            insert into customer_case_partner_late (case_id, cycle, handoff_id, due_at)
            select cast(:case as bigint), cast(:cycle as int), cast(:handoff as bigint),
                   cast(:due as timestamp with time zone)
             where not exists (select 1 from customer_case_partner_late
                                where case_id = :case and cycle = :cycle and handoff_id = :handoff
                                  and due_at = :due)
            """)
        .param("case", caseId)
        .param("cycle", cycle)
        .param("handoff", handoffId)
        .param("due", at(dueAt))
        .update();
    return jdbc.sql(
            "select count(*) from customer_case_partner_late where case_id = :case"
                + " and cycle = :cycle")
        .param("case", caseId)
        .param("cycle", cycle)
        .query(Integer.class)
        .single();
  }

  /**
   * Adds one.
   *
   * @return its number
   * @throws org.springframework.dao.DuplicateKeyException when another node has added it meanwhile
   */
  long add(
      Subject subject, CaseEscalationReason reason, String managerId, Instant now, Instant dueAt) {
    var id = new GeneratedKeyHolder();
    keyed.update(
        """
        insert into customer_case_escalation (case_id, cycle, reason, owner_id, manager_id,
                                              escalated_at, due_at)
        values (:case, :cycle, :reason, :owner, :manager, :now, :due)
        """,
        new MapSqlParameterSource("case", subject.caseId())
            .addValue("cycle", subject.cycle())
            .addValue("reason", reason.name())
            .addValue("owner", subject.ownerId())
            .addValue("manager", managerId)
            .addValue("now", at(now))
            .addValue("due", at(dueAt)),
        id,
        new String[] {"id"});
    return id.getKeyAs(Long.class);
  }

  Optional<CaseEscalation> find(long id) {
    return jdbc.sql(SELECT + " where e.id = :id").param("id", id).query(ESCALATION).optional();
  }

  /** Those of these numbers, in order. */
  List<CaseEscalation> findAll(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + " where e.id in (:ids) order by e.id")
            .param("ids", ids)
            .query(ESCALATION)
            .list();
  }

  /** Those of a case, in order. */
  List<CaseEscalation> ofCase(long caseId) {
    return jdbc.sql(SELECT + " where e.case_id = :case order by e.id")
        .param("case", caseId)
        .query(ESCALATION)
        .list();
  }

  /** Those of the cases of a customer, in order. */
  List<CaseEscalation> ofCustomer(long customerId) {
    return jdbc.sql(
            SELECT
                + " where e.case_id in (select id from customer_case where customer_id = :customer)"
                + " order by e.id")
        .param("customer", customerId)
        .query(ESCALATION)
        .list();
  }

  /** Puts a decision on record where there is none. */
  void decide(Collection<Long> ids, CaseDecision decision, Instant now, String by, String note) {
    jdbc.sql(
            """
            update customer_case_escalation
               set decision = :decision, decided_at = :now, decided_by = :by, note = :note
             where id in (:ids) and decision is null
            """)
        .param("ids", ids)
        .param("decision", decision.name())
        .param("now", at(now))
        .param("by", by, Types.VARCHAR)
        .param("note", note, Types.VARCHAR)
        .update();
  }

  /** What people wrote in these is no longer on record. */
  void removeWords(Collection<Long> ids) {
    jdbc.sql("update customer_case_escalation set note = null where id in (:ids)")
        .param("ids", ids)
        .update();
  }
}
