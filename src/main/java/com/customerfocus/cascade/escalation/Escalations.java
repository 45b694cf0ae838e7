package com.customerfocus.cascade.escalation;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.cascade.briefing.BriefingLine;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.escalation.Escalation.Participant;
import com.customerfocus.cascade.escalation.UnblockingService.Candidate;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.organization.EscalationPath;
import com.customerfocus.text.Translated;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Table {@code escalation}: one row for each time a manager was asked to unblock a briefing. */
@Component
class Escalations {

  private static final int OFFERED = 100;

  private static final String COLUMNS =
      """
      select e.id, e.briefing_id, e.due_at as due, e.level, e.escalated_at, e.decision_due_at,
             e.note, e.new_due_at as new_due, m.id as manager_id, m.name as manager_name,
             i.id as in_charge_id, i.name as in_charge_name,
             t.id as escalated_to_id, t.name as escalated_to_name,
             d.id as decided_by_id, d.name as decided_by_name,
             h.id as handed_to_id, h.name as handed_to_name,
             case when e.outcome is not null then e.outcome
                  when b.state = 'OPEN' then 'OPEN'
                  when b.held_at is not null then 'BRIEFED'
                  else 'ENDED' end as outcome,
             case when e.outcome is not null then e.outcome_at
                  when b.held_at is not null then b.held_at
                  else b.ended_at end as decided_at
        from escalation e
        join briefing b on b.id = e.briefing_id
        join person m on m.id = b.manager_id
        join person i on i.id = e.in_charge
        join person t on t.id = e.escalated_to
        left join person d on d.id = case when e.outcome is null then b.held_by else e.outcome_by end
        left join person h on h.id = e.handed_to
      """;

  /**
   * A briefing and who is to hold it.
   *
   * @param title in the manager's language if written in it
   * @param awaited whether it is still to be held
   * @param team how many people are to be briefed
   */
  public record Overdue(
      long briefingId,
      String title,
      Participant manager,
      Participant inCharge,
      Instant due,
      Instant closesAt,
      boolean awaited,
      int team) {}

  private static final RecordMapper<Escalation> ESCALATION = RecordMapper.of(Escalation.class);

  private final JdbcClient jdbc;
  private final Briefings briefings;
  private final BriefingLine line;

  Escalations(JdbcClient jdbc, Briefings briefings, BriefingLine line) {
    this.jdbc = jdbc;
    this.briefings = briefings;
    this.line = line;
  }

  /** The sweep skips these until then. */
  void scheduleCheck(Instant at, Collection<Long> briefingIds) {
    briefings.scheduleOverdueCheck(at, briefingIds);
  }

  /** Of these the next manager up is asked to decide, for their present due date. */
  void markEscalated(Collection<Long> briefingIds) {
    briefings.markEscalated(briefingIds);
  }

  /**
   * A briefing whose date has passed.
   *
   * @param site where the person works who is to hold it
   */
  record Due(long briefingId, Instant due, String site) {}

  /**
   * Locks briefings whose date has passed and that are not escalated yet, at most {@code limit},
   * until the transaction ends; leaves out those that another node has locked.
   */
  List<Due> lockDue(Instant now, int limit) {
    var ids =
        jdbc.sql(
                """
                select id from briefing
                 where state = 'OPEN' and due_at <= :now
                   and (check_overdue_at is null or check_overdue_at <= :now)
                   and (escalated_due_at is null or escalated_due_at <> due_at)
                 order by due_at
                 fetch first :limit rows only
                   for update skip locked
                """)
            .param("now", at(now))
            .param("limit", limit)
            .query(Long.class)
            .list();
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select b.id as briefing_id, b.due_at as due, p.site
              from briefing b join person p on p.id = coalesce(b.handed_to, b.manager_id)
             where b.id in (:ids)
            """)
        .param("ids", ids)
        .query(RecordMapper.of(Due.class))
        .list();
  }

  /** Locks the briefing until the transaction ends, so that it is not held or decided meanwhile. */
  Overdue lock(long briefingId) {
    jdbc.sql("select id from briefing where id = :id for update")
        .param("id", briefingId)
        .query(Long.class)
        .single();
    return overdue(briefingId);
  }

  Overdue overdue(long briefingId) {
    return jdbc.sql(
            """
            select b.id as briefing_id, %s as title,
                   m.id as manager_id, m.name as manager_name, i.id as in_charge_id,
                   i.name as in_charge_name, b.due_at as due, c.closes_at,
                   (b.state = 'OPEN' and c.state = 'RUNNING') as awaited,
                   (select count(*) from receipt r
                     where r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id) as team
              from briefing b
              join cascade c on c.id = b.cascade_id
              join person m on m.id = b.manager_id
              join person i on i.id = coalesce(b.handed_to, b.manager_id)
             where b.id = :id
            """
                .formatted(Translated.sql("c.title", "m.language")))
        .param("id", briefingId)
        .query(RecordMapper.of(Overdue.class))
        .single();
  }

  /** The managers above this briefing who still work here, and whom of them we have asked. */
  EscalationPath line(long briefingId, Set<String> inCharge) {
    var asked = askedSinceOverdue(briefingId);
    var levels =
        line.upwards(briefingId).stream()
            .filter(BriefingLine.Level::active)
            .map(
                it ->
                    new EscalationPath.Level(
                        it.height(), it.managerId(), it.site(), asked.contains(it.managerId())))
            .toList();
    return new EscalationPath(levels, inCharge);
  }

  /** Employee ids of those who were asked about the present due date. */
  private Set<String> askedSinceOverdue(long briefingId) {
    return Set.copyOf(
        jdbc.sql(
                """
                select e.escalated_to
                  from escalation e join briefing b on b.id = e.briefing_id and b.due_at = e.due_at
                 where b.id = :briefing
                """)
            .param("briefing", briefingId)
            .query(String.class)
            .list());
  }

  /** Records who is asked now, since the briefing is overdue; says the record's id. */
  long ask(long briefingId, EscalationPath.Level level, Instant now, Instant decisionDueAt) {
    var id = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into escalation
              (briefing_id, reason, due_at, in_charge, level, escalated_to, escalated_at,
               decision_due_at)
            select b.id, 'OVERDUE', b.due_at, coalesce(b.handed_to, b.manager_id), :level, :manager,
                   :now, :decisionDueAt
              from briefing b where b.id = :briefing
            """)
        .param("briefing", briefingId)
        .param("level", level.height())
        .param("manager", level.managerId())
        .param("now", at(now))
        .param("decisionDueAt", at(decisionDueAt))
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /** Records that the managers asked before have not decided. */
  void passUp(long briefingId, Instant now) {
    jdbc.sql(
            """
            update escalation set outcome = 'PASSED_UP', outcome_at = :now
             where briefing_id = :briefing and outcome is null
            """)
        .param("briefing", briefingId)
        .param("now", at(now))
        .update();
  }

  /** Records the decision; false when one is on record already. */
  boolean decide(
      long id,
      EscalationOutcome outcome,
      String by,
      Instant now,
      String note,
      Instant newDue,
      String handedTo) {
    return jdbc.sql(
                """
                update escalation
                   set outcome = :outcome, outcome_by = :by, outcome_at = :now, note = :note,
                       new_due_at = :newDue, handed_to = :handedTo
                 where id = :id and outcome is null
                """)
            .param("id", id)
            .param("outcome", outcome.name())
            .param("by", by)
            .param("now", at(now))
            .param("note", note)
            .param("newDue", at(newDue))
            .param("handedTo", handedTo)
            .update()
        == 1;
  }

  /**
   * The memo of an escalation, for letters.
   *
   * @param awaited whether the briefing is still to be held
   * @param launcherId employee id of the launcher
   */
  record Memo(long id, String title, String titleEs, boolean awaited, String launcherId) {}

  List<Memo> memos(Collection<Long> ids) {
    return jdbc.sql(
            """
            select e.id, c.title, c.title_es, c.launched_by as launcher_id,
                   (b.state = 'OPEN' and c.state = 'RUNNING') as awaited
              from escalation e
              join briefing b on b.id = e.briefing_id
              join cascade c on c.id = b.cascade_id
             where e.id in (:ids)
            """)
        .param("ids", ids)
        .query(RecordMapper.of(Memo.class))
        .list();
  }

  Escalation get(long id) {
    return byIds(List.of(id)).get(0);
  }

  List<Escalation> byIds(Collection<Long> ids) {
    return jdbc.sql(COLUMNS + " where e.id in (:ids)").param("ids", ids).query(ESCALATION).list();
  }

  /** Everything about this briefing, in the order of what happened. */
  List<Escalation> ofBriefing(long briefingId) {
    return jdbc.sql(COLUMNS + " where e.briefing_id = :briefing order by e.id")
        .param("briefing", briefingId)
        .query(ESCALATION)
        .list();
  }

  /** Newest first. */
  List<Escalation> ofCascade(long cascadeId, int offset, int limit) {
    return jdbc.sql(
            COLUMNS
                + """
                 where b.cascade_id = :cascade
                 order by e.id desc offset :offset rows fetch next :limit rows only
                """)
        .param("cascade", cascadeId)
        .param("offset", offset)
        .param("limit", limit)
        .query(ESCALATION)
        .list();
  }

  /**
   * Who may know the team best: the manager's deputies, those beside the manager and those in the
   * team, as far as they work in Tasklist; by name.
   */
  List<Candidate> around(String managerId, Set<String> inCharge) {
    return jdbc.sql(
            """
            select p.id, p.name || ' (' || d.name || ')' as label
              from person m
              join person p on p.manager_id = m.manager_id or p.manager_id = m.id
                            or p.id in (select deputy_id from absence where person_id = :manager)
              join department d on d.id = p.department_id
             where m.id = :manager and p.active and p.account_groups is not null
               and p.id <> :manager and p.id not in (:inCharge)
             order by p.name, p.id
             fetch first :limit rows only
            """)
        .param("manager", managerId)
        .param("inCharge", inCharge)
        .param("limit", OFFERED)
        .query(RecordMapper.of(Candidate.class))
        .list();
  }
}
