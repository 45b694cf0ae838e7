package com.customerfocus.cascade.reorganization;

import com.customerfocus.cascade.Audience;
import com.customerfocus.cascade.Cascade;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who a running cascade is meant for after the organization changed, and whom to tell. */
@Component
class CurrentAudience {

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

  private final JdbcClient jdbc;
  private final Audience audience;

  CurrentAudience(JdbcClient jdbc, Audience audience) {
    this.jdbc = jdbc;
    this.audience = audience;
  }

  /** Finds everyone the cascade is meant for now. */
  void find(Cascade cascade) {
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

  void forget() {
    audience.clearNow();
  }
}
