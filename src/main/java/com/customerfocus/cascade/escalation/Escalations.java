package com.customerfocus.cascade.escalation;

import static com.customerfocus.support.Timestamps.at;
import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.cascade.escalation.Escalation.Participant;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.organization.EscalationPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Table {@code escalation}: one row for each time somebody was asked to unblock a briefing. */
@Component
class Escalations {

  private static final int OFFERED = 100;

  private static final String COLUMNS =
      """
      select e.id, e.briefing_id, e.due_at, e.level, e.escalated_at, e.answer_by, e.note,
             e.new_due_at, m.id as manager_id, m.name as manager_name,
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

  /**
   * Somebody who may hold a briefing.
   *
   * @param hasAccount whether they work in Tasklist
   */
  record Colleague(String id, String name, String department, String site, boolean hasAccount) {}

  private final JdbcClient jdbc;

  Escalations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A briefing whose date has passed.
   *
   * @param site where the one works who is to hold it
   */
  record Due(long briefingId, Instant due, String site) {}

  /**
   * Locks up to so many briefings, until the transaction ends, whose date has passed and of which
   * nobody has been told yet; those that another node has at this moment are left out.
   */
  List<Due> lockDue(Instant now, int limit) {
    var ids =
        jdbc.sql(
                """
                select id from briefing
                 where state = 'OPEN' and due_at <= :now
                   and (unblock_at is null or unblock_at <= :now)
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
            select b.id, b.due_at, p.site
              from briefing b join person p on p.id = coalesce(b.handed_to, b.manager_id)
             where b.id in (:ids)
            """)
        .param("ids", ids)
        .query(
            (row, n) -> new Due(row.getLong("id"), instant(row, "due_at"), row.getString("site")))
        .list();
  }

  /** These need not be looked at before then. */
  void waitUntil(Instant unblockAt, Collection<Long> briefingIds) {
    jdbc.sql("update briefing set unblock_at = :at where id in (:ids)")
        .param("at", at(unblockAt))
        .param("ids", briefingIds)
        .update();
  }

  /** Somebody is told of these. */
  void markEscalated(Collection<Long> briefingIds) {
    jdbc.sql(
            """
            update briefing set escalated_due_at = due_at, unblock_at = null where id in (:ids)
            """)
        .param("ids", briefingIds)
        .update();
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
            select case when m.language = 'es' then coalesce(c.title_es, c.title) else c.title end
                     as title,
                   m.id as manager_id, m.name as manager_name, i.id as in_charge_id,
                   i.name as in_charge_name, b.due_at, c.closes_at,
                   (b.state = 'OPEN' and c.state = 'RUNNING') as awaited,
                   (select count(*) from receipt r
                     where r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id) as team
              from briefing b
              join cascade c on c.id = b.cascade_id
              join person m on m.id = b.manager_id
              join person i on i.id = coalesce(b.handed_to, b.manager_id)
             where b.id = :id
            """)
        .param("id", briefingId)
        .query(
            (row, n) ->
                new Overdue(
                    briefingId,
                    row.getString("title"),
                    participant(row, "manager"),
                    participant(row, "in_charge"),
                    instant(row, "due_at"),
                    instant(row, "closes_at"),
                    row.getBoolean("awaited"),
                    row.getInt("team")))
        .single();
  }

  /** The managers above this briefing who still work here, and whom of them we have asked. */
  EscalationPath line(long briefingId, Set<String> inCharge) {
    var levels =
        jdbc.sql(
                """
                with recursive line (parent_id, manager_id, height) as (
                  select parent_id, manager_id, 0 from briefing where id = :briefing
                  union all
                  select b.parent_id, b.manager_id, l.height + 1
                    from line l join briefing b on b.id = l.parent_id
                )
                select l.height, l.manager_id, p.site,
                       exists (select 1 from escalation e
                                 join briefing b on b.id = e.briefing_id and b.due_at = e.due_at
                                where b.id = :briefing and e.escalated_to = l.manager_id) as asked
                  from line l join person p on p.id = l.manager_id
                 where p.active
                 order by l.height
                """)
            .param("briefing", briefingId)
            .query(RecordMapper.of(EscalationPath.Level.class))
            .list();
    return new EscalationPath(levels, inCharge);
  }

  /** Records who is asked now, since the briefing is overdue; says the record's id. */
  long ask(long briefingId, EscalationPath.Level level, Instant now, Instant answerBy) {
    var id = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into escalation
              (briefing_id, reason, due_at, in_charge, level, escalated_to, escalated_at, answer_by)
            select b.id, 'OVERDUE', b.due_at, coalesce(b.handed_to, b.manager_id), :level, :manager,
                   :now, :answerBy
              from briefing b where b.id = :briefing
            """)
        .param("briefing", briefingId)
        .param("level", level.height())
        .param("manager", level.managerId())
        .param("now", at(now))
        .param("answerBy", at(answerBy))
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /** Records that those asked before have not answered. */
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
   * @param launcherId employee id of the one who launched it
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
    return jdbc.sql(COLUMNS + " where e.id in (:ids)")
        .param("ids", ids)
        .query(Escalations::escalation)
        .list();
  }

  /** Everything about this briefing, in the order of what happened. */
  List<Escalation> ofBriefing(long briefingId) {
    return jdbc.sql(COLUMNS + " where e.briefing_id = :briefing order by e.id")
        .param("briefing", briefingId)
        .query(Escalations::escalation)
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
        .query(Escalations::escalation)
        .list();
  }

  /** Who works here and has this employee id or, where nobody has, this name. */
  List<Colleague> colleagues(String idOrName) {
    return jdbc.sql(
            """
            select p.id, p.name, d.name as department, p.site,
                   (p.account_groups is not null) as has_account
              from person p join department d on d.id = p.department_id
             where p.active
               and (p.id = :typed
                    or lower(p.name) = lower(:typed)
                       and not exists (select 1 from person other
                                        where other.id = :typed and other.active))
             order by p.id
            """)
        .param("typed", idOrName)
        .query(RecordMapper.of(Colleague.class))
        .list();
  }

  /**
   * Who may know the team best: the manager's deputies, those beside the manager and those in the
   * team, as far as they work in Tasklist; by name.
   */
  List<Colleague> around(String managerId, Set<String> inCharge) {
    return jdbc.sql(
            """
            select p.id, p.name, d.name as department, p.site, true as has_account
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
        .query(RecordMapper.of(Colleague.class))
        .list();
  }

  private static Escalation escalation(ResultSet row, int n) throws SQLException {
    return new Escalation(
        row.getLong("id"),
        row.getLong("briefing_id"),
        participant(row, "manager"),
        participant(row, "in_charge"),
        instant(row, "due_at"),
        row.getInt("level"),
        participant(row, "escalated_to"),
        instant(row, "escalated_at"),
        instant(row, "answer_by"),
        EscalationOutcome.valueOf(row.getString("outcome")),
        participant(row, "decided_by"),
        instant(row, "decided_at"),
        row.getString("note"),
        instant(row, "new_due_at"),
        participant(row, "handed_to"));
  }

  private static Participant participant(ResultSet row, String column) throws SQLException {
    var id = row.getString(column + "_id");
    return id == null ? null : new Participant(id, row.getString(column + "_name"));
  }
}
