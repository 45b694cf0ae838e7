package com.customerfocus.cascade.briefing;

import static com.customerfocus.cascade.briefing.Briefings.REMINDERS_ANEW;
import static com.customerfocus.cascade.briefing.Briefings.WAITING_ANEW;
import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the briefings of a running cascade in line with its current audience, which table {@code
 * current_audience} holds meanwhile. Each step is one statement for all teams. For the node that
 * has locked the cascade.
 */
@Component
public class BriefingSync {

  /**
   * A team whose manager has no team in the audience any more.
   *
   * @param state of its briefing
   * @param successor who manages most of the team now
   * @param site where that one works, or null
   * @param successorBriefs whether that one has a briefing already
   */
  public record Handover(
      long briefingId,
      String state,
      String manager,
      String successor,
      String site,
      boolean successorBriefs) {

    public Optional<String> siteOrNone() {
      return Optional.ofNullable(site);
    }

    public boolean isToBeHeld() {
      return BriefingState.OPEN.name().equals(state);
    }
  }

  /**
   * A team that needs a briefing.
   *
   * @param parentId the briefing above
   * @param endedId the briefing this manager had before all of the team had gone, or null
   */
  private record Opening(String manager, long parentId, Long endedId, String site) {

    public Optional<String> siteOrNone() {
      return Optional.ofNullable(site);
    }
  }

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final WorkingTime workingTime;
  private final Clock clock;

  BriefingSync(
      JdbcClient jdbc, NamedParameterJdbcTemplate batches, WorkingTime workingTime, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /** Ordered by briefing; the manager of most of the team comes first. */
  public List<Handover> handovers(long cascadeId) {
    return jdbc.sql(
            """
            select b.id as briefing_id, b.state, b.manager_id as manager, a.briefed_by as successor,
                   (select p.site from person p where p.id = a.briefed_by) as site,
                   exists (select 1 from briefing own
                            where own.cascade_id = b.cascade_id
                              and own.manager_id = a.briefed_by) as successor_briefs
              from briefing b
              join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
              join current_audience a on a.person_id = r.person_id
             where b.cascade_id = :cascade and b.state <> 'ENDED'
               and not exists (select 1 from current_audience t where t.briefed_by = b.manager_id)
             group by b.id, b.cascade_id, b.state, b.manager_id, a.briefed_by
             order by b.id, count(*) desc, a.briefed_by
            """)
        .param("cascade", cascadeId)
        .query(RecordMapper.of(Handover.class))
        .list();
  }

  /** Open briefings get a new due date, with the full time to brief. */
  public void handOver(Cascade cascade, List<Handover> handovers) {
    var dueBySite = dueBySite(cascade, handovers.stream().map(Handover::siteOrNone));
    batch(
        """
        update briefing
           set manager_id = :successor, handed_to = null, check_overdue_at = null, %s,
               due_at = case when state = 'OPEN' and due_at < :due then :due else due_at end
         where id = :briefing and manager_id = :manager
        """
            .formatted(REMINDERS_ANEW),
        handovers.stream()
            .map(
                it ->
                    params(it)
                        .addValue("briefing", it.briefingId())
                        .addValue("due", at(dueBySite.get(it.siteOrNone())))));
  }

  private static MapSqlParameterSource params(Handover handover) {
    return new MapSqlParameterSource("manager", handover.manager())
        .addValue("successor", handover.successor());
  }

  /** Ends briefings that are not held and whose team is empty; returns their ids. */
  public List<Long> endWithoutTeam(long cascadeId) {
    var without =
        jdbc.sql(
                """
                select id from briefing
                 where cascade_id = :cascade and state = 'OPEN'
                   and not exists (select 1 from receipt r
                                    where r.cascade_id = briefing.cascade_id
                                      and r.briefed_by = briefing.manager_id
                                      and r.state <> 'LAPSED')
                 order by id
                   for update
                """)
            .param("cascade", cascadeId)
            .query(Long.class)
            .list();
    become("ENDED", without);
    return without;
  }

  /** Managers of a pending team who have no briefing, though the one above them was held. */
  private List<Opening> openings(long cascadeId) {
    return jdbc.sql(
            """
            select a.person_id as manager, above.id as parent_id, own.id as ended_id, p.site
              from current_audience a
              join person p on p.id = a.person_id
              join briefing above on above.cascade_id = :cascade
                                 and above.manager_id = a.briefed_by
                                 and above.state in ('HELD', 'WAITING', 'DONE')
              left join briefing own on own.cascade_id = :cascade
                                    and own.manager_id = a.person_id
             where (own.id is null or own.state = 'ENDED')
               and exists (select 1 from receipt r
                            where r.cascade_id = :cascade and r.briefed_by = a.person_id
                              and r.state = 'PENDING')
            """)
        .param("cascade", cascadeId)
        .query(RecordMapper.of(Opening.class))
        .list();
  }

  /** Opens the briefings that are missing; says which. */
  public List<Long> open(Cascade cascade) {
    var cascadeId = cascade.id();
    var openings = openings(cascadeId);
    var dueBySite = dueBySite(cascade, openings.stream().map(Opening::siteOrNone));
    if (openings.isEmpty()) {
      return List.of();
    }
    batch(
        """
        insert into briefing (cascade_id, manager_id, parent_id, state, due_at)
        values (:cascade, :manager, :parent, 'OPEN', :due)
        """,
        openings.stream()
            .filter(it -> it.endedId() == null)
            .map(it -> row(cascadeId, it, dueBySite)));
    batch(
        """
        update briefing set state = 'OPEN', parent_id = :parent, due_at = :due, ended_at = null,
                            handed_to = null, check_overdue_at = null, %s
         where cascade_id = :cascade and manager_id = :manager and state = 'ENDED'
        """
            .formatted(REMINDERS_ANEW),
        openings.stream()
            .filter(it -> it.endedId() != null)
            .map(it -> row(cascadeId, it, dueBySite)));
    return jdbc.sql(
            "select id from briefing where cascade_id = :cascade and manager_id in (:managers)")
        .param("cascade", cascadeId)
        .param("managers", openings.stream().map(Opening::manager).toList())
        .query(Long.class)
        .list();
  }

  private static MapSqlParameterSource row(
      long cascadeId, Opening opening, Map<Optional<String>, Instant> dueBySite) {
    return new MapSqlParameterSource("cascade", cascadeId)
        .addValue("manager", opening.manager())
        .addValue("parent", opening.parentId())
        .addValue("due", at(dueBySite.get(opening.siteOrNone())));
  }

  /**
   * Puts briefings that are not held yet below the manager's own manager, if that one has held the
   * own briefing. What was held keeps the line it came by: people below have read it.
   */
  public void raiseUnderNewManagers(long cascadeId) {
    jdbc.sql(
            """
            update briefing
               set parent_id = (select above.id
                                  from current_audience a
                                  join briefing above on above.cascade_id = :cascade
                                                     and above.manager_id = a.briefed_by
                                 where a.person_id = briefing.manager_id)
             where cascade_id = :cascade and state = 'OPEN'
               and exists (select 1
                             from current_audience a
                             join briefing above on above.cascade_id = :cascade
                                                and above.manager_id = a.briefed_by
                                                and above.state in ('HELD', 'WAITING', 'DONE')
                            where a.person_id = briefing.manager_id
                              and above.id <> briefing.parent_id)
            """)
        .param("cascade", cascadeId)
        .update();
  }

  /** Sets briefings that were done back to waiting if their team has a pending receipt. */
  public void waitAgain(long cascadeId) {
    jdbc.sql(
            """
            update briefing set %s
             where cascade_id = :cascade and state = 'DONE'
               and exists (select 1 from receipt r
                            where r.cascade_id = briefing.cascade_id
                              and r.briefed_by = briefing.manager_id and r.state = 'PENDING')
            """
                .formatted(WAITING_ANEW))
        .param("cascade", cascadeId)
        .update();
  }

  /** Ends waiting briefings whose team has no pending receipt; returns their ids. */
  public List<Long> teamsAcknowledged(long cascadeId) {
    var reached =
        jdbc.sql(
                """
                select id from briefing
                 where cascade_id = :cascade and state = 'WAITING'
                   and not exists (select 1 from receipt r
                                    where r.cascade_id = briefing.cascade_id
                                      and r.briefed_by = briefing.manager_id
                                      and r.state = 'PENDING')
                 order by id
                   for update
                """)
            .param("cascade", cascadeId)
            .query(Long.class)
            .list();
    become("DONE", reached);
    return reached;
  }

  private void become(String state, Collection<Long> briefings) {
    if (!briefings.isEmpty()) {
      jdbc.sql("update briefing set state = :state, ended_at = :now where id in (:briefings)")
          .param("state", state)
          .param("now", at(clock.instant()))
          .param("briefings", briefings)
          .update();
    }
  }

  private void batch(String sql, Stream<MapSqlParameterSource> rows) {
    var all = rows.toArray(SqlParameterSource[]::new);
    if (all.length > 0) {
      batches.batchUpdate(sql, all);
    }
  }

  /** Until when those who get a briefing now are to hold it. */
  private Map<Optional<String>, Instant> dueBySite(
      Cascade cascade, Stream<Optional<String>> sites) {
    var now = clock.instant();
    var time = WorkingAmount.days(cascade.daysToBrief());
    return sites
        .distinct()
        .collect(
            Collectors.toMap(
                site -> site, site -> workingTime.calendar(site.orElse(null)).after(now, time)));
  }
}
