package com.customerfocus.cascade.reminder;

import static com.customerfocus.support.Timestamps.at;
import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.cascade.CascadeState;
import com.customerfocus.cascade.briefing.BriefingState;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.deadline.ReminderSchedule;
import com.customerfocus.notice.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
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
   * A briefing whose reminders are to be looked at.
   *
   * @param running whether its cascade is on its way
   * @param title in the manager's language if written in it
   * @param site where the manager works, or null
   * @param answersDue until when the team is to answer; null as long as nobody has counted
   * @param since reminders that fell due until then have been seen to; now on the first look
   */
  record Due(
      long id,
      BriefingState state,
      boolean running,
      String title,
      String managerId,
      String site,
      Instant due,
      Instant answersDue,
      int daysToAcknowledge,
      ReminderSchedule days,
      Instant since) {}

  /** Up to so many, locked until the transaction ends; those another node looks at are left out. */
  List<Due> lockDue(int limit, Instant now) {
    var ids =
        jdbc.sql(
                """
                select id from briefing
                 where remind_at <= :now
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
                   b.answers_due_at, c.days_to_acknowledge, c.reminder_days, coalesce(b.reminders_since, :now) as since,
                   case when m.language = 'es' then coalesce(c.title_es, c.title) else c.title end
                     as title
              from briefing b
              join cascade c on c.id = b.cascade_id
              join person m on m.id = b.manager_id
             where b.id in (:ids)
             order by b.id
            """)
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
        instant(row, "answers_due_at"),
        row.getInt("days_to_acknowledge"),
        ReminderSchedule.parse(row.getString("reminder_days")).orElse(ReminderSchedule.USUAL),
        instant(row, "since"));
  }

  /**
   * A briefing that has been seen to.
   *
   * @param lookAgain when to look again, or null for never
   */
  record Seen(long id, Instant answersDue, Instant nextCheckAt) {}

  void markProcessed(Collection<Seen> briefings, Instant now) {
    if (briefings.isEmpty()) {
      return;
    }
    batches.batchUpdate(
        """
        update briefing set answers_due_at = :answersDue, remind_at = :again,
                            reminders_since = :now
         where id = :id
        """,
        briefings.stream()
            .map(
                seen ->
                    new MapSqlParameterSource("id", seen.id())
                        .addValue(
                            "answersDue", at(seen.answersDue()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .addValue("again", at(seen.nextCheckAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .addValue("now", at(now)))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Looks at this one again then. */
  void scheduleCheck(long briefingId, Instant then) {
    jdbc.sql("update briefing set remind_at = :then where id = :id and state = 'WAITING'")
        .param("id", briefingId)
        .param("then", at(then))
        .update();
  }

  /** Until when those of these receipts that are pending are to be answered. */
  Map<Long, Instant> answersDue(Collection<Long> receiptIds) {
    var due = new HashMap<Long, Instant>();
    jdbc.sql(
            """
            select r.id, b.answers_due_at
              from receipt r
              join briefing b on b.cascade_id = r.cascade_id and b.manager_id = r.briefed_by
              join cascade c on c.id = r.cascade_id
             where r.id in (:receipts) and r.state = 'PENDING' and b.answers_due_at is not null
               and c.state = 'RUNNING'
            """)
        .param("receipts", receiptIds)
        .query(
            row -> {
              due.put(row.getLong("id"), instant(row, "answers_due_at"));
            });
    return due;
  }

  /**
   * What a mail about a team says to whoever is at work for it.
   *
   * @param title in the reader's language if written in it
   * @param sender the launcher's name
   * @param manager the name of the team's manager, in whose place the reader is asked; null when
   *     the reader is the manager
   * @param due until when the team is to be briefed
   * @param pending how many of the team are pending
   */
  record Note(
      Reader reader,
      BriefingState state,
      String title,
      String sender,
      String manager,
      Instant due,
      int pending) {}

  /**
   * @param site where the reader works, or null
   */
  record Reader(String id, String name, String language, String site) {}

  /** What notices about briefings say, by notice; those no longer on their way are left out. */
  Map<Long, Note> notes(Collection<Notice> notices) {
    var readers = readers(notices.stream().map(Notice::personId).distinct().toList());
    var briefings = new HashMap<Long, Function<Reader, Note>>();
    jdbc.sql(
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
        .param("briefings", notices.stream().map(Notice::subjectId).distinct().toList())
        .query(
            row -> {
              briefings.put(row.getLong("id"), note(row));
            });
    var notes = new HashMap<Long, Note>();
    for (var notice : notices) {
      var note = briefings.get(notice.subjectId());
      var reader = readers.get(notice.personId());
      if (note != null && reader != null) {
        notes.put(notice.id(), note.apply(reader));
      }
    }
    return notes;
  }

  private static Function<Reader, Note> note(ResultSet row) throws SQLException {
    var state = BriefingState.valueOf(row.getString("state"));
    var title = row.getString("title");
    var titleEs = Objects.requireNonNullElse(row.getString("title_es"), title);
    var sender = row.getString("sender");
    var managerId = row.getString("manager_id");
    var manager = row.getString("manager");
    var due = instant(row, "due_at");
    var pending = row.getInt("pending");
    return reader ->
        new Note(
            reader,
            state,
            reader.language().equals("es") ? titleEs : title,
            sender,
            reader.id().equals(managerId) ? null : manager,
            due,
            pending);
  }

  private Map<String, Reader> readers(Collection<String> people) {
    return jdbc
        .sql("select id, name, language, site from person where id in (:people)")
        .param("people", people)
        .query(RecordMapper.of(Reader.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Reader::id, reader -> reader));
  }

  /**
   * Somebody who has not answered.
   *
   * @param hasMail whether reminders reach this person
   * @param hasToBrief whether the own team is still to be briefed
   * @param readersSite where the manager works who reads this, or null
   */
  record Pending(
      long receiptId,
      String personId,
      String name,
      boolean hasMail,
      boolean hasToBrief,
      String readersSite) {}

  /** Those of a briefing's team who are pending, by name. */
  List<Pending> pending(long briefingId) {
    return jdbc.sql(
            """
            select r.id as receipt_id, r.person_id, p.name, p.mail is not null as has_mail,
                   exists (select 1 from briefing own
                            where own.cascade_id = r.cascade_id and own.manager_id = r.person_id
                              and own.state = 'OPEN') as has_to_brief,
                   m.site as readers_site
              from briefing b
              join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
              join person p on p.id = r.person_id
              join person m on m.id = b.manager_id
             where b.id = :briefing and r.state = 'PENDING'
             order by p.name, p.id
            """)
        .param("briefing", briefingId)
        .query(RecordMapper.of(Pending.class))
        .list();
  }
}
