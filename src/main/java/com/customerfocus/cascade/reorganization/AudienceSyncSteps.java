package com.customerfocus.cascade.reorganization;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.cascade.Audience;
import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.briefing.BriefingState;
import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The steps in which a running cascade follows the organization, each for all people at once. Only
 * for {@link AudienceSync}, within the transaction of an import. Table {@code audience_now} tells
 * them who is in the audience, below whom.
 */
@Component
class AudienceSyncSteps {

  /** Those who are pending in a team that was passed the memo, and were not told of it yet. */
  static final String NEWCOMERS =
      """
      select r.id as subject_id, 0 as occasion, r.person_id
        from receipt r
        join briefing b on b.cascade_id = r.cascade_id and b.manager_id = r.briefed_by
       where r.cascade_id = :cascade and r.state = 'PENDING' and b.state = 'WAITING'
         and not exists (select 1 from briefing own
                          where own.cascade_id = r.cascade_id and own.manager_id = r.person_id
                            and own.state = 'OPEN')
         and not exists (select 1 from notice told
                          where told.kind = 'briefing-due' and told.subject_id = r.id)
      """;

  /** Those who are to hold these briefings, unless they launched the cascade. */
  static final String MANAGERS_TO_BRIEF =
      """
      select r.id as subject_id, 0 as occasion, r.person_id
        from briefing b
        join receipt r on r.cascade_id = b.cascade_id and r.person_id = b.manager_id
       where b.id in (:briefings) and b.state = 'OPEN'
      """;

  /**
   * A team whose manager has nobody left in the audience.
   *
   * @param state of its briefing
   * @param successor who manages most of the team now
   * @param site where that one works, or null
   * @param successorBriefs whether that one has a briefing already
   */
  record Handover(
      long briefingId,
      String state,
      String manager,
      String successor,
      String site,
      boolean successorBriefs) {

    Optional<String> siteOrNone() {
      return Optional.ofNullable(site);
    }

    boolean isToBeHeld() {
      return BriefingState.OPEN.name().equals(state);
    }
  }

  /**
   * A team that needs a briefing.
   *
   * @param parentId the briefing above
   * @param endedId the briefing this manager had before all of the team had gone, or null
   */
  record Opening(String manager, long parentId, Long endedId, String site) {

    Optional<String> siteOrNone() {
      return Optional.ofNullable(site);
    }
  }

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Audience audience;

  AudienceSyncSteps(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Audience audience) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.audience = audience;
  }

  /** Finds everyone the cascade is meant for now. */
  void findAudience(Cascade cascade) {
    // A department that was closed meanwhile still has its last head.
    var head =
        jdbc.sql("select head_id from department where id = :department")
            .param("department", cascade.departmentId())
            .query(String.class)
            .optional()
            .orElse(null);
    successor(cascade, head)
        .ifPresentOrElse(
            successor -> audience.fillNowBelow(successor, cascade.id(), head),
            () -> audience.fillNow(cascade.launchedBy(), head));
  }

  /** Who stands in the place of a launcher who has left: manages most of the launcher's team. */
  private Optional<String> successor(Cascade cascade, String head) {
    return jdbc.sql(
            """
            select p.manager_id
              from receipt r join person p on p.id = r.person_id
             where r.cascade_id = :cascade and r.level = 1 and r.state <> 'LAPSED'
               and p.active and p.manager_id is not null
               and (p.id = :head or cast(:head as varchar(64)) is null)
               and exists (select 1 from person l where l.id = :launcher and not l.active)
             group by p.manager_id
             order by count(*) desc, p.manager_id
             fetch first 1 rows only
            """)
        .param("cascade", cascade.id())
        .param("launcher", cascade.launchedBy())
        .param("head", head)
        .query(String.class)
        .optional();
  }

  void forgetAudience() {
    jdbc.sql("delete from audience_now").update();
  }

  /** Lapses what is pending of those who are no longer in the audience; says how many. */
  int lapseOutsiders(long cascadeId, Instant now) {
    return jdbc.sql(
            """
            update receipt set state = 'LAPSED', lapsed_at = :now
             where cascade_id = :cascade and state = 'PENDING'
               and not exists (select 1 from audience_now a where a.person_id = receipt.person_id)
            """)
        .param("cascade", cascadeId)
        .param("now", at(now))
        .update();
  }

  /** By briefing, whoever manages most of the team first. */
  List<Handover> handovers(long cascadeId) {
    return jdbc.sql(
            """
            select b.id as briefing_id, b.state, b.manager_id as manager, a.briefed_by as successor,
                   (select p.site from person p where p.id = a.briefed_by) as site,
                   exists (select 1 from briefing own
                            where own.cascade_id = b.cascade_id
                              and own.manager_id = a.briefed_by) as successor_briefs
              from briefing b
              join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
              join audience_now a on a.person_id = r.person_id
             where b.cascade_id = :cascade and b.state <> 'ENDED'
               and not exists (select 1 from audience_now t where t.briefed_by = b.manager_id)
             group by b.id, b.cascade_id, b.state, b.manager_id, a.briefed_by
             order by b.id, count(*) desc, a.briefed_by
            """)
        .param("cascade", cascadeId)
        .query(RecordMapper.of(Handover.class))
        .list();
  }

  /** Receipts of whole teams go along with their briefings, whatever their state. */
  void handReceiptsOver(long cascadeId, List<Handover> handovers) {
    batch(
        """
        update receipt set briefed_by = :successor
         where cascade_id = :cascade and briefed_by = :manager and person_id <> :successor
        """,
        handovers.stream().map(it -> params(it).addValue("cascade", cascadeId)));
  }

  /**
   * Puts those who are pending, and those with people to brief, into the teams they are in now;
   * says how many changed team.
   */
  int moveReceipts(long cascadeId) {
    var movers =
        jdbc.sql(
                """
                update receipt
                   set briefed_by = (select a.briefed_by from audience_now a
                                      where a.person_id = receipt.person_id)
                 where cascade_id = :cascade
                   and (state = 'PENDING'
                        or state <> 'LAPSED'
                           and exists (select 1 from audience_now t
                                        where t.briefed_by = receipt.person_id))
                   and exists (select 1 from audience_now a
                                where a.person_id = receipt.person_id
                                  and a.briefed_by <> receipt.briefed_by)
                """)
            .param("cascade", cascadeId)
            .update();
    jdbc.sql(
            """
            update receipt
               set level = (select a.level from audience_now a
                             where a.person_id = receipt.person_id),
                   department_id = (select p.department_id from person p
                                     where p.id = receipt.person_id)
             where cascade_id = :cascade and state = 'PENDING'
               and exists (select 1 from audience_now a join person p on p.id = a.person_id
                            where a.person_id = receipt.person_id
                              and (a.level <> receipt.level
                                   or p.department_id <> receipt.department_id))
            """)
        .param("cascade", cascadeId)
        .update();
    return movers;
  }

  /** Makes lapsed receipts of those who are in the audience again pending; says how many. */
  int reopenReceipts(long cascadeId) {
    return jdbc.sql(
            """
            update receipt
               set state = 'PENDING', lapsed_at = null,
                   briefed_by = (select a.briefed_by from audience_now a
                                  where a.person_id = receipt.person_id),
                   level = (select a.level from audience_now a
                             where a.person_id = receipt.person_id),
                   department_id = (select p.department_id from person p
                                     where p.id = receipt.person_id)
             where cascade_id = :cascade and state = 'LAPSED'
               and exists (select 1 from audience_now a where a.person_id = receipt.person_id)
            """)
        .param("cascade", cascadeId)
        .update();
  }

  /** Opens receipts for those who are new in the audience; says how many. */
  int openReceipts(long cascadeId) {
    return jdbc.sql(
            """
            insert into receipt
              (cascade_id, person_id, briefed_by, level, department_id, heritage, state)
            select :cascade, a.person_id, a.briefed_by, a.level, p.department_id, p.heritage,
                   'PENDING'
              from audience_now a join person p on p.id = a.person_id
             where not exists (select 1 from receipt r
                                where r.cascade_id = :cascade and r.person_id = a.person_id)
            """)
        .param("cascade", cascadeId)
        .update();
  }

  /** What is still to be held, the successor has as much time for as anybody. */
  void handBriefingsOver(List<Handover> handovers, Map<Optional<String>, Instant> dueBySite) {
    batch(
        """
        update briefing
           set manager_id = :successor, handed_to = null, unblock_at = null,
               remind_at = default, reminders_since = null,
               due_at = case when state = 'OPEN' and due_at < :due then :due else due_at end
         where id = :briefing and manager_id = :manager
        """,
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

  /** Ends briefings that nobody has held and whose team has nobody left; says which. */
  List<Long> endWithoutTeam(long cascadeId, Instant now) {
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
    become("ENDED", without, now);
    return without;
  }

  /** Managers of somebody pending who have no briefing, though the one above them was held. */
  List<Opening> openings(long cascadeId) {
    return jdbc.sql(
            """
            select a.person_id as manager, above.id as parent_id, own.id as ended_id, p.site
              from audience_now a
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

  /** Opens these briefings, and says which they are. */
  List<Long> open(
      long cascadeId, List<Opening> openings, Map<Optional<String>, Instant> dueBySite) {
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
                            handed_to = null, unblock_at = null, remind_at = default,
                            reminders_since = null
         where cascade_id = :cascade and manager_id = :manager and state = 'ENDED'
        """,
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
  void raiseUnderNewManagers(long cascadeId) {
    jdbc.sql(
            """
            update briefing
               set parent_id = (select above.id
                                  from audience_now a
                                  join briefing above on above.cascade_id = :cascade
                                                     and above.manager_id = a.briefed_by
                                 where a.person_id = briefing.manager_id)
             where cascade_id = :cascade and state = 'OPEN'
               and exists (select 1
                             from audience_now a
                             join briefing above on above.cascade_id = :cascade
                                                and above.manager_id = a.briefed_by
                                                and above.state in ('HELD', 'WAITING', 'DONE')
                            where a.person_id = briefing.manager_id
                              and above.id <> briefing.parent_id)
            """)
        .param("cascade", cascadeId)
        .update();
  }

  /** Teams that had answered are waited for again if somebody of them is pending. */
  void waitAgain(long cascadeId) {
    jdbc.sql(
            """
            update briefing set state = 'WAITING', ended_at = null, remind_at = default,
                                reminders_since = null, answers_due_at = null
             where cascade_id = :cascade and state = 'DONE'
               and exists (select 1 from receipt r
                            where r.cascade_id = briefing.cascade_id
                              and r.briefed_by = briefing.manager_id and r.state = 'PENDING')
            """)
        .param("cascade", cascadeId)
        .update();
  }

  /** Ends what waits for a team of which nobody is pending any more; says which. */
  List<Long> teamsAnswered(long cascadeId, Instant now) {
    var answered =
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
    become("DONE", answered, now);
    return answered;
  }

  private void become(String state, Collection<Long> briefings, Instant now) {
    if (!briefings.isEmpty()) {
      jdbc.sql("update briefing set state = :state, ended_at = :now where id in (:briefings)")
          .param("state", state)
          .param("now", at(now))
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
}
