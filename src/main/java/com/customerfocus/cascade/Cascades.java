package com.customerfocus.cascade;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.deadline.ReminderSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Table {@code cascade}. */
@Component
public class Cascades {

  private static final String COLUMNS =
      """
      select id, state, title, department_id, days_to_brief, days_to_acknowledge, launched_by,
             launched_at, released_by, released_at, closes_at, closed_at, withdrawn_by,
             withdrawn_at, withdrawal_reason, outcome as conclusion, version
        from cascade
      """;

  private static final RecordMapper<Cascade> CASCADE = RecordMapper.of(Cascade.class);

  private final JdbcClient jdbc;

  Cascades(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(MemoDraft memo, String departmentId, String launchedBy, Instant now) {
    var id = new GeneratedKeyHolder();
    draft(
            """
            insert into cascade
              (state, title, body, title_es, body_es, figures, department_id, days_to_brief,
               days_to_acknowledge, reminder_days, launched_by, written_by, launched_at)
            values
              ('DRAFT', :title, :body, :titleEs, :bodyEs, :figures, :department, :daysToBrief,
               :daysToAcknowledge, :reminderDays, :launchedBy, :launchedBy, :now)
            """,
            memo,
            departmentId)
        .param("launchedBy", launchedBy)
        .param("now", at(now))
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /** Changes a draft; says whether it still is one. */
  boolean update(long id, MemoDraft memo, String departmentId, String by) {
    return draft(
                """
            update cascade
               set title = :title, body = :body, title_es = :titleEs, body_es = :bodyEs,
                   figures = :figures, department_id = :department, days_to_brief = :daysToBrief,
                   days_to_acknowledge = :daysToAcknowledge, reminder_days = :reminderDays,
                   written_by = :by
             where id = :id and state = 'DRAFT'
            """,
                memo,
                departmentId)
            .param("id", id)
            .param("by", by)
            .update()
        == 1;
  }

  /** Id of the author of the current draft. */
  String writtenBy(long id) {
    return jdbc.sql("select written_by from cascade where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  /** What cannot be kept as typed is kept cut or as nothing; the dry run has told its author. */
  private JdbcClient.StatementSpec draft(String sql, MemoDraft memo, String departmentId) {
    return jdbc.sql(sql)
        .param("title", memo.title() == null ? "" : cut(memo.title(), MemoDraft.MAX_TITLE))
        .param("body", memo.body() == null ? "" : cut(memo.body(), MemoDraft.MAX_BODY))
        .param("titleEs", cut(memo.titleEs(), MemoDraft.MAX_TITLE))
        .param("bodyEs", cut(memo.bodyEs(), MemoDraft.MAX_BODY))
        .param("figures", cut(memo.figures(), MemoDraft.MAX_FIGURES))
        .param("department", departmentId)
        .param("daysToBrief", days(memo.daysToBrief()))
        .param("daysToAcknowledge", days(memo.daysToAcknowledge()))
        .param(
            "reminderDays",
            ReminderSchedule.parse(memo.reminderDays()).orElse(ReminderSchedule.USUAL).toString());
  }

  private static int days(Integer days) {
    return MemoDraft.isDays(days) ? days : 0;
  }

  private static String cut(String text, int max) {
    return text == null || text.length() <= max ? text : text.substring(0, max);
  }

  public Optional<Cascade> find(long id) {
    return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(CASCADE).optional();
  }

  public Cascade get(long id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("No cascade " + id));
  }

  /**
   * @param launchedBy employee id of the launcher
   * @param site where the launcher works, or null
   */
  public record Launch(String launchedBy, String site, int daysToBrief) {}

  public Launch launch(long id) {
    return jdbc.sql(
            """
            select c.launched_by, p.site, c.days_to_brief
              from cascade c left join person p on p.id = c.launched_by
             where c.id = :id
            """)
        .param("id", id)
        .query(RecordMapper.of(Launch.class))
        .single();
  }

  /** The running ones, none of which ends before the transaction does. */
  public List<Cascade> lockRunning() {
    return jdbc.sql(COLUMNS + " where state = 'RUNNING' order by id for update")
        .query(CASCADE)
        .list();
  }

  /** Newest first. */
  public List<Cascade> list(int offset, int limit) {
    return jdbc.sql(COLUMNS + " order by id desc offset :offset rows fetch next :limit rows only")
        .param("offset", offset)
        .param("limit", limit)
        .query(CASCADE)
        .list();
  }

  public MemoDraft memo(long id) {
    return jdbc.sql(
            """
            select c.title, c.body, c.title_es, c.body_es, c.figures, d.name as department,
                   c.days_to_brief, c.days_to_acknowledge, c.reminder_days
              from cascade c left join department d on d.id = c.department_id
             where c.id = :id
            """)
        .param("id", id)
        .query(RecordMapper.of(MemoDraft.class))
        .single();
  }

  void released(long id, String by, Instant at) {
    jdbc.sql("update cascade set released_by = :by, released_at = :at where id = :id")
        .param("id", id)
        .param("by", by)
        .param("at", at(at))
        .update();
  }

  void opened(long id, Instant closesAt) {
    jdbc.sql(
            "update cascade set state = 'RUNNING', closes_at = :closesAt where id = :id and state = 'DRAFT'")
        .param("id", id)
        .param("closesAt", at(closesAt))
        .update();
  }

  void closed(long id, Instant at) {
    jdbc.sql("update cascade set state = 'CLOSED', closed_at = :at where id = :id")
        .param("id", id)
        .param("at", at(at))
        .update();
  }

  void withdrawn(long id, String by, String reason, Instant at) {
    jdbc.sql(
            """
            update cascade
               set state = 'WITHDRAWN', withdrawn_by = :by, withdrawn_at = :at,
                   withdrawal_reason = :reason
             where id = :id
            """)
        .param("id", id)
        .param("by", by)
        .param("at", at(at))
        .param("reason", reason)
        .update();
  }

  void outcome(long id, String conclusion) {
    jdbc.sql("update cascade set outcome = :conclusion where id = :id")
        .param("id", id)
        .param("conclusion", conclusion)
        .update();
  }

  /**
   * A cascade found reached.
   *
   * @param version of the memo that the whole audience was briefed on or has acknowledged
   */
  record Reached(long id, int version) {}

  /** Running cascades without pending receipts and without a running re-attestation. */
  List<Reached> reached() {
    return jdbc.sql(
            """
            select c.id, c.version from cascade c
             where c.state = 'RUNNING' and not c.reattesting
               and not exists (select 1 from receipt r
                                where r.cascade_id = c.id and r.state = 'PENDING')
            """)
        .query(RecordMapper.of(Reached.class))
        .list();
  }

  /** Whether this call, and no other node's, found it reached, and no correction came between. */
  boolean markReached(Reached reached) {
    return jdbc.sql(
                """
                update cascade set state = 'REACHED'
                 where id = :id and state = 'RUNNING' and version = :version
                """)
            .param("id", reached.id())
            .param("version", reached.version())
            .update()
        == 1;
  }
}
