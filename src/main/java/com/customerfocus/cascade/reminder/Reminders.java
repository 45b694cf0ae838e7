package com.customerfocus.cascade.reminder;

import static com.customerfocus.support.Timestamps.at;
import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.cascade.CascadeState;
import com.customerfocus.cascade.briefing.BriefingState;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.deadline.ReminderSchedule;
import com.customerfocus.notice.Recipient;
import com.customerfocus.organization.absence.AwayNow;
import com.customerfocus.text.Translated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What table {@code briefing} and its receipts say about who is to be reminded. */
@Component
class Reminders {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  Reminders(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * A briefing whose reminders are to be checked.
   *
   * @param running whether its cascade is on its way
   * @param title in the manager's language if written in it
   * @param site where the manager works, or null
   * @param acknowledgementsDue until when the team is to acknowledge; null until it has been worked
   *     out
   * @param since reminders that fell due until then have been seen to; now on the first look
   * @param teamRemindedAt when the team was last reminded as planned, or null
   * @param nextBackAt when the first of the pending team members who are away is back; null when
   *     none is before the cascade closes
   */
  record Due(
      long id,
      BriefingState state,
      boolean running,
      String title,
      String managerId,
      String site,
      Instant due,
      Instant acknowledgementsDue,
      int daysToAcknowledge,
      ReminderSchedule days,
      Instant since,
      Instant teamRemindedAt,
      Instant nextBackAt) {}

  /** At most {@code limit}, locked until the transaction ends (skip locked). */
  List<Due> lockDue(int limit, Instant now) {
    var ids =
        jdbc.sql(
                """
                select id from briefing
                 where check_reminders_at <= :now
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
            select b.id, b.state, c.state as cascade_state, b.manager_id, m.site, b.due_at,
                   b.acknowledgements_due_at, c.days_to_acknowledge, c.reminder_days,
                   coalesce(b.reminders_processed_until, :now) as since, b.team_reminded_at,
                   case when b.state = 'WAITING' then (
                     select min(away.until_at) from receipt r
                       join absence away on away.person_id = r.person_id
                      where r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
                        and r.state = 'PENDING' and away.until_at < c.closes_at and %s)
                   end as next_back_at,
                   %s as title
              from briefing b
              join cascade c on c.id = b.cascade_id
              join person m on m.id = b.manager_id
             where b.id in (:ids)
             order by b.id
            """
                .formatted(AwayNow.HOLDS, Translated.sql("c.title", "m.language")))
        .param("ids", ids)
        .param("now", at(now))
        .query(Reminders::due)
        .list();
  }

  private static Due due(ResultSet row, int n) throws SQLException {
    return new Due(
        row.getLong("id"),
        BriefingState.valueOf(row.getString("state")),
        CascadeState.valueOf(row.getString("cascade_state")) == CascadeState.RUNNING,
        row.getString("title"),
        row.getString("manager_id"),
        row.getString("site"),
        instant(row, "due_at"),
        instant(row, "acknowledgements_due_at"),
        row.getInt("days_to_acknowledge"),
        ReminderSchedule.parse(row.getString("reminder_days")).orElse(ReminderSchedule.USUAL),
        instant(row, "since"),
        instant(row, "team_reminded_at"),
        instant(row, "next_back_at"));
  }

  /** Until when those of these receipts that are pending are to be acknowledged. */
  Map<Long, Instant> acknowledgementsDue(Collection<Long> receiptIds) {
    var due = new HashMap<Long, Instant>();
    jdbc.sql(
            """
            select r.id, b.acknowledgements_due_at
              from receipt r
              join briefing b on b.cascade_id = r.cascade_id and b.manager_id = r.briefed_by
              join cascade c on c.id = r.cascade_id
             where r.id in (:receipts) and r.state = 'PENDING'
               and b.acknowledgements_due_at is not null
               and c.state = 'RUNNING'
            """)
        .param("receipts", receiptIds)
        .query(
            row -> {
              due.put(row.getLong("id"), instant(row, "acknowledgements_due_at"));
            });
    return due;
  }

  /**
   * What a mail about a team tells of.
   *
   * @param sender the launcher's name
   * @param managerId employee id of the team's manager
   * @param manager the manager's name
   * @param due until when the team is to be briefed
   * @param pending how many of the team are pending
   */
  record Note(
      long briefingId,
      BriefingState state,
      Translated title,
      String sender,
      String managerId,
      String manager,
      Instant due,
      int pending) {

    /** Whether this reader is the manager, and no substitute. */
    boolean isFor(Recipient reader) {
      return managerId.equals(reader.id());
    }
  }

  /** By briefing; those no longer on their way are left out. */
  Map<Long, Note> notes(Collection<Long> briefings) {
    return jdbc
        .sql(
            """
            select b.id, b.state, b.due_at, s.name as sender, m.id as manager_id, m.name as manager,
                   c.title, c.title_es,
                   (select count(*) from receipt r
                     where r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
                       and r.state = 'PENDING') as pending
              from briefing b
              join cascade c on c.id = b.cascade_id
              join person m on m.id = b.manager_id
              join person s on s.id = c.launched_by
             where b.id in (:briefings) and c.state = 'RUNNING'
            """)
        .param("briefings", briefings)
        .query(Reminders::note)
        .list()
        .stream()
        .collect(Collectors.toMap(Note::briefingId, note -> note));
  }

  private static Note note(ResultSet row, int n) throws SQLException {
    return new Note(
        row.getLong("id"),
        BriefingState.valueOf(row.getString("state")),
        new Translated(row.getString("title"), row.getString("title_es")),
        row.getString("sender"),
        row.getString("manager_id"),
        row.getString("manager"),
        instant(row, "due_at"),
        row.getInt("pending"));
  }

  /**
   * A pending member of a team.
   *
   * @param hasMail whether reminders reach this person
   * @param hasToBrief whether the own team is still to be briefed
   * @param awayUntil last day of the absence if this person is away now, or null
   * @param readersSite where the manager works who reads this, or null
   * @param readersLanguage {@code en} or {@code es}
   */
  record Pending(
      long receiptId,
      String personId,
      String name,
      boolean hasMail,
      boolean hasToBrief,
      LocalDate awayUntil,
      String readersSite,
      String readersLanguage) {}

  /** Those of a briefing's team who are pending, by name. */
  List<Pending> pending(long briefingId, Instant now) {
    return jdbc.sql(
            """
            select r.id as receipt_id, r.person_id, p.name, p.mail is not null as has_mail,
                   exists (select 1 from briefing own
                            where own.cascade_id = r.cascade_id and own.manager_id = r.person_id
                              and own.state = 'OPEN') as has_to_brief,
                   %s as away_until,
                   m.site as readers_site, m.language as readers_language
              from briefing b
              join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
              join person p on p.id = r.person_id
              join person m on m.id = b.manager_id
             where b.id = :briefing and r.state = 'PENDING'
             order by p.name, p.id
            """
                .formatted(AwayNow.untilDay("r.person_id")))
        .param("briefing", briefingId)
        .param("now", at(now))
        .query(RecordMapper.of(Pending.class))
        .list();
  }

  /** Names of those of a briefing's team whose acknowledgement perhaps came from a program. */
  List<String> perhapsPrograms(long briefingId) {
    return jdbc.sql(
            """
            select p.name
              from briefing b
              join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
              join person p on p.id = r.person_id
             where b.id = :briefing and r.state = 'ACKNOWLEDGED' and r.scanner_signs is not null
             order by p.name, p.id
            """)
        .param("briefing", briefingId)
        .query(String.class)
        .list();
  }
}
