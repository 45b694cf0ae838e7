package com.customerfocus.cascade.briefing;

import static com.customerfocus.support.Timestamps.at;
import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.text.Translated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Table {@code briefing}: one row a manager and cascade. */
@Component
public class Briefings {

  /**
   * @param sitesBelow where those of the team work who have people to brief; empty text for those
   *     who have no site
   */
  record Briefing(int daysToBrief, Set<String> sitesBelow) {}

  private static final String OUTDATED =
      """
      cascade_id = :cascade and state in ('HELD', 'WAITING', 'DONE')
        and greatest(version, requested_version)
            < (select c.required_version from cascade c where c.id = :cascade)
      """;

  /** Of a briefing whose due date moves: its reminders begin again. */
  static final String REMINDERS_ANEW =
      "check_reminders_at = default, reminders_processed_until = null";

  /** Of a briefing whose team is waited for, for the first time or once more. */
  static final String WAITING_ANEW =
      "state = 'WAITING', ended_at = null, acknowledgements_due_at = null, " + REMINDERS_ANEW;

  private static final String HAS_PENDING_RECEIPT =
      """
      exists (select 1 from receipt r
               where r.cascade_id = briefing.cascade_id and r.briefed_by = briefing.manager_id
                 and r.state = 'PENDING')
      """;

  /** Most late managers a report names. */
  private static final int LATE_NAMED = 20;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  Briefings(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  long openFirst(long cascadeId, String managerId, Instant due) {
    var id = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into briefing (cascade_id, manager_id, state, due_at)
            values (:cascade, :manager, 'OPEN', :due)
            """)
        .param("cascade", cascadeId)
        .param("manager", managerId)
        .param("due", at(due))
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /**
   * Opens the briefing of every manager of this briefing's team who has people to brief, unless
   * they have one, because they came into the team with it; says which are new.
   *
   * @param due until when, by the manager's site
   */
  List<Long> openBelow(long briefingId, Map<String, Instant> due) {
    var dueAt = new StringBuilder("case coalesce(p.site, '')");
    var params = new HashMap<String, Object>();
    var opened = new GeneratedKeyHolder();
    due.forEach(
        (site, instant) -> {
          var n = params.size();
          dueAt.append(
              " when :site%d then cast(:due%d as timestamp with time zone)".formatted(n, n));
          params.put("site" + n, site);
          params.put("due" + n, at(instant));
        });
    // A person of another site may join the team at this moment.
    dueAt.append(" else cast(:due0 as timestamp with time zone) end");
    jdbc.sql(
            """
            insert into briefing (cascade_id, manager_id, parent_id, state, due_at)
            select r.cascade_id, r.person_id, b.id, 'OPEN', %s
              from briefing b
              join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
              join person p on p.id = r.person_id
             where b.id = :briefing and r.state <> 'LAPSED'
               and exists (select 1 from receipt below
                            where below.cascade_id = r.cascade_id
                              and below.briefed_by = r.person_id and below.state <> 'LAPSED')
               and not exists (select 1 from briefing own
                                where own.cascade_id = r.cascade_id
                                  and own.manager_id = r.person_id)
            """
                .formatted(dueAt))
        .param("briefing", briefingId)
        .params(params)
        .update(opened, "id");
    return opened.getKeyList().stream().map(row -> (Long) row.values().iterator().next()).toList();
  }

  /**
   * Locks the briefing until the transaction ends: a member who acknowledges meanwhile finds out
   * afterwards whether they were the last.
   */
  Briefing lock(long id) {
    return jdbc.sql(
            """
            select (select c.days_to_brief from cascade c where c.id = b.cascade_id)
                     as days_to_brief,
                   array(select distinct coalesce(p.site, '')
                           from receipt r
                           join person p on p.id = r.person_id
                          where r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
                            and exists (select 1 from receipt below
                                         where below.cascade_id = r.cascade_id
                                           and below.briefed_by = r.person_id)) as sites_below
              from briefing b
             where b.id = :id
               for update
            """)
        .param("id", id)
        .query((row, n) -> new Briefing(row.getInt("days_to_brief"), texts(row, "sites_below")))
        .single();
  }

  private static Set<String> texts(ResultSet row, String column) throws SQLException {
    var texts = new HashSet<String>();
    for (var text : (Object[]) row.getArray(column).getArray()) {
      texts.add((String) text);
    }
    return texts;
  }

  /**
   * What this manager reads, in the manager's language if written in it.
   *
   * @param version of the memo
   * @param known the version the team was last briefed on
   */
  public record Memo(
      long cascadeId,
      String title,
      String body,
      String figures,
      boolean spanish,
      int version,
      int known) {

    /** The manager's. */
    public Locale language() {
      return spanish ? Locale.forLanguageTag("es") : Locale.ENGLISH;
    }
  }

  public Memo memo(long id) {
    return jdbc.sql(
            """
            select c.id as cascade_id,
                   %s as title,
                   %s as body,
                   c.figures, m.language = 'es' as spanish, c.version, b.version as known
              from briefing b
              join cascade c on c.id = b.cascade_id
              join person m on m.id = b.manager_id
             where b.id = :id
            """
                .formatted(
                    Translated.sql("c.title", "m.language"),
                    Translated.sql("c.body", "m.language")))
        .param("id", id)
        .query(RecordMapper.of(Memo.class))
        .single();
  }

  /** This briefing with its team. */
  public TeamBriefing withTeam(long id) {
    return withTeams(List.of(id)).get(0);
  }

  /** These briefings with their teams: all who have not left them. */
  public List<TeamBriefing> withTeams(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var teams = new LinkedHashMap<Long, TeamBriefing>();
    jdbc.sql(
            """
            select b.id, b.cascade_id, b.manager_id, b.held_by, b.handed_to, m.site,
                   b.due_at, c.released_at, c.version, c.required_version,
                   case when c.required_version > 1
                        then (select v.published_at from memo_version v
                               where v.cascade_id = c.id and v.version = c.required_version)
                    end as corrected_at, r.person_id, p.name,
                   %s as title,
                   (select up.name from briefing above join person up on up.id = above.manager_id
                     where above.id = b.parent_id) as above
              from briefing b
              join cascade c on c.id = b.cascade_id
              join person m on m.id = b.manager_id
              left join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
                                 and r.state <> 'LAPSED'
              left join person p on p.id = r.person_id
             where b.id in (:ids)
             order by b.id, p.name, p.id
            """
                .formatted(Translated.sql("c.title", "m.language")))
        .param("ids", ids)
        .query(
            row -> {
              var team = briefing(teams, row).team();
              if (row.getString("person_id") != null) {
                team.add(
                    new TeamBriefing.Member(row.getString("person_id"), row.getString("name")));
              }
            });
    return List.copyOf(teams.values());
  }

  private static TeamBriefing briefing(Map<Long, TeamBriefing> teams, ResultSet row)
      throws SQLException {
    var id = row.getLong("id");
    var briefing = teams.get(id);
    if (briefing == null) {
      briefing =
          new TeamBriefing(
              id,
              row.getLong("cascade_id"),
              row.getString("title"),
              row.getString("manager_id"),
              row.getString("held_by"),
              row.getString("handed_to"),
              row.getString("site"),
              instant(row, "released_at"),
              instant(row, "due_at"),
              row.getString("above"),
              row.getInt("version"),
              row.getInt("required_version"),
              instant(row, "corrected_at"),
              new ArrayList<>());
      teams.put(id, briefing);
    }
    return briefing;
  }

  /** Who holds these briefings. */
  public List<String> managers(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql("select manager_id from briefing where id in (:ids) order by manager_id")
            .param("ids", ids)
            .query(String.class)
            .list();
  }

  /** When the managers these receipts belong to are to have briefed their own teams. */
  Map<Long, Instant> dueByReceipt(Collection<Long> receiptIds) {
    var due = new LinkedHashMap<Long, Instant>();
    jdbc.sql(
            """
            select r.id, b.due_at
              from receipt r
              join briefing b on b.cascade_id = r.cascade_id and b.manager_id = r.person_id
             where r.id in (:receipts)
            """)
        .param("receipts", receiptIds)
        .query(
            row -> {
              due.put(row.getLong("id"), instant(row, "due_at"));
            });
    return due;
  }

  /** Records that it was held; false when that was on record already. */
  boolean held(BriefingHeld held) {
    return jdbc.sql(
                """
                update briefing set state = 'HELD', held_on = :day, held_at = :now,
                                    local_brief = :localBrief, held_by = :by,
                                    version = :version
                 where id = :id and state = 'OPEN'
                """)
            .param("id", held.briefing().id())
            .param("version", held.attendance().version())
            .param("day", held.day())
            .param("localBrief", held.localBrief())
            .param("by", held.by())
            .param("now", at(held.at()))
            .update()
        == 1;
  }

  /**
   * A briefing that was not held in time.
   *
   * @param name of the person who is to hold it
   * @param site where they work
   * @param inAll how many such briefings the cascade has
   */
  public record Late(String name, String site, Instant due, int inAll) {}

  /** The first of them, the latest first. */
  public List<Late> overdue(long cascadeId, Instant now) {
    return jdbc.sql(
            """
            select p.name, p.site, b.due_at as due, count(*) over () as in_all
              from briefing b join person p on p.id = coalesce(b.handed_to, b.manager_id)
             where b.cascade_id = :cascade and b.state = 'OPEN' and b.due_at < :now
             order by b.due_at, p.name
             fetch first :limit rows only
            """)
        .param("cascade", cascadeId)
        .param("now", at(now))
        .param("limit", LATE_NAMED)
        .query(RecordMapper.of(Late.class))
        .list();
  }

  /**
   * Sets a new date for a briefing that is not held yet.
   *
   * @param handedTo employee id of the person who takes it over, or null for no change
   */
  public void unblocked(long id, Instant due, String handedTo) {
    jdbc.sql(
            """
            update briefing set due_at = :due, check_overdue_at = null, %s,
                                handed_to = coalesce(:handedTo, handed_to)
             where id = :id and state = 'OPEN'
            """
                .formatted(REMINDERS_ANEW))
        .param("id", id)
        .param("due", at(due))
        .param("handedTo", handedTo, Types.VARCHAR)
        .update();
  }

  /**
   * Locks briefings that were held on a version below the cascade's required version, and whose
   * manager has no task for that change yet (skip locked).
   *
   * @return their ids, at most {@code limit}
   */
  public List<Long> lockOutdated(long cascadeId, int limit) {
    return jdbc.sql(
            "select id from briefing where %s fetch first :limit rows only for update skip locked"
                .formatted(OUTDATED))
        .param("cascade", cascadeId)
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  /** Whether there is any such briefing. */
  public boolean isAnyOutdated(long cascadeId) {
    return jdbc.sql("select exists (select 1 from briefing where %s)".formatted(OUTDATED))
        .param("cascade", cascadeId)
        .query(Boolean.class)
        .single();
  }

  /**
   * Sets briefings whose team has pending receipts again back to waiting, with a new due date for
   * the acknowledgements. The caller holds their locks.
   *
   * @return ids of those briefings, whose managers have a change to brief
   */
  public List<Long> askForChange(Collection<Long> ids) {
    jdbc.sql(
            """
            update briefing
               set requested_version = (select c.required_version from cascade c
                                         where c.id = briefing.cascade_id)
             where id in (:ids)
            """)
        .param("ids", ids)
        .update();
    jdbc.sql(
            """
            update briefing set %s
             where id in (:ids) and state in ('WAITING', 'DONE') and %s
            """
                .formatted(WAITING_ANEW, HAS_PENDING_RECEIPT))
        .param("ids", ids)
        .update();
    return jdbc.sql(
            "select id from briefing where id in (:ids) and %s order by id"
                .formatted(HAS_PENDING_RECEIPT))
        .param("ids", ids)
        .query(Long.class)
        .list();
  }

  /** Which of these receipts belong to managers who are to brief their teams on a change. */
  public Set<Long> toBriefOnChange(Collection<Long> receiptIds) {
    return Set.copyOf(
        jdbc.sql(
                """
                select r.id
                  from receipt r
                  join cascade c on c.id = r.cascade_id
                  join briefing b on b.cascade_id = r.cascade_id and b.manager_id = r.person_id
                 where r.id in (:receipts) and b.state in ('HELD', 'WAITING', 'DONE')
                   and b.version < c.required_version
                   and coalesce(b.held_by, b.manager_id) = b.manager_id
                   and exists (select 1 from receipt below
                                where below.cascade_id = b.cascade_id
                                  and below.briefed_by = b.manager_id and below.state = 'PENDING')
                """)
            .param("receipts", receiptIds)
            .query(Long.class)
            .list());
  }

  /** The team was briefed on what has changed up to this version. */
  public void changeBriefed(long id, int version) {
    jdbc.sql("update briefing set version = :version where id = :id")
        .param("id", id)
        .param("version", version)
        .update();
  }

  /** The memo was passed on; the team is waited for from now on. */
  void waiting(long id) {
    jdbc.sql(
            """
            update briefing set %s
             where id = :id and state = 'HELD'
            """
                .formatted(WAITING_ANEW))
        .param("id", id)
        .update();
  }

  /**
   * Ends a briefing that is in this state and whose team has no pending receipt. The caller holds
   * its lock.
   *
   * @return whether it has ended
   */
  boolean acknowledged(long id, BriefingState from, Instant now) {
    return jdbc.sql(
                """
                update briefing set state = 'DONE', ended_at = :now
                 where id = :id and state = :from and not %s
                """
                    .formatted(HAS_PENDING_RECEIPT))
            .param("id", id)
            .param("from", from.name())
            .param("now", at(now))
            .update()
        == 1;
  }

  /**
   * Locks the briefing of this receipt's team until the transaction ends, so that of two concurrent
   * acknowledgements exactly one is the last.
   */
  Optional<Long> lockTeamOf(long receiptId) {
    return jdbc.sql(
            """
            select b.id from briefing b
             where b.cascade_id = (select cascade_id from receipt where id = :receipt)
               and b.manager_id = (select briefed_by from receipt where id = :receipt)
               for update
            """)
        .param("receipt", receiptId)
        .query(Long.class)
        .optional();
  }

  /**
   * Ends briefings that are open, held or waiting (skip locked).
   *
   * @return their ids, at most {@code limit}
   */
  List<Long> endOpen(long cascadeId, int limit, Instant now) {
    var open =
        jdbc.sql(
                """
                select id from briefing
                 where cascade_id = :cascade and state in ('OPEN', 'HELD', 'WAITING')
                 fetch first :limit rows only
                   for update skip locked
                """)
            .param("cascade", cascadeId)
            .param("limit", limit)
            .query(Long.class)
            .list();
    if (!open.isEmpty()) {
      jdbc.sql("update briefing set state = 'ENDED', ended_at = :now where id in (:open)")
          .param("open", open)
          .param("now", at(now))
          .update();
    }
    return open;
  }

  /** Whether any is open, held or waiting. */
  boolean isAnyOpen(long cascadeId) {
    return jdbc.sql(
            """
            select exists (select 1 from briefing
                            where cascade_id = :cascade and state in ('OPEN', 'HELD', 'WAITING'))
            """)
        .param("cascade", cascadeId)
        .query(Boolean.class)
        .single();
  }

  /** The sweep for overdue briefings skips these until then. */
  public void scheduleOverdueCheck(Instant at, Collection<Long> ids) {
    jdbc.sql("update briefing set check_overdue_at = :at where id in (:ids)")
        .param("at", at(at))
        .param("ids", ids)
        .update();
  }

  /** Of these the next manager up has been asked to decide, for their present due date. */
  public void markEscalated(Collection<Long> ids) {
    jdbc.sql(
            "update briefing set escalated_due_at = due_at, check_overdue_at = null"
                + " where id in (:ids)")
        .param("ids", ids)
        .update();
  }

  /**
   * The result of a check for reminders of one briefing.
   *
   * @param acknowledgeBy until when the team is to acknowledge, or null before it waits
   * @param next when to check again, or null for never
   */
  public record ReminderCheck(long briefingId, Instant acknowledgeBy, Instant next) {}

  public void markReminded(Collection<ReminderCheck> checks, Instant now) {
    if (checks.isEmpty()) {
      return;
    }
    batches.batchUpdate(
        """
        update briefing set acknowledgements_due_at = :due, check_reminders_at = :next,
                            reminders_processed_until = :now
         where id = :id
        """,
        checks.stream()
            .map(
                check ->
                    new MapSqlParameterSource("id", check.briefingId())
                        .addValue("due", at(check.acknowledgeBy()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .addValue("next", at(check.next()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .addValue("now", at(now)))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** The sweep for reminders looks at this briefing again then, if its team is still waited for. */
  public void scheduleReminderCheck(long id, Instant at) {
    jdbc.sql("update briefing set check_reminders_at = :at where id = :id and state = 'WAITING'")
        .param("id", id)
        .param("at", at(at))
        .update();
  }
}
