package com.customerfocus.cascade;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.organization.ManagementLine.Level;
import com.customerfocus.organization.absence.Deputies;
import com.customerfocus.organization.absence.Substitution;
import com.customerfocus.support.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everyone a cascade is meant for, read from the management line: all below the launcher, or one
 * department's head and all below that head. Always set-based: the number of statements does not
 * depend on the number of people.
 */
@Component
public class Audience {

  /** Above this a manager can hardly brief everyone in person. */
  private static final int WIDE_SPAN = 25;

  private static final int NAMED = 100;

  /**
   * Who briefs whom, and how far below the launcher (1 = the launcher's own team). To be named once
   * in a query: H2 walks the line again for each mention, and for each row when it stands in a
   * condition.
   */
  private static final String AUDIENCE =
      """
      with recursive audience (person_id, briefed_by, level) as (
        select p.id, cast(:launcher as varchar(64)), 1
          from person p
         where p.active and (p.id = :head or (cast(:head as varchar(64)) is null and p.manager_id = :launcher))
        union all
        select p.id, p.manager_id, a.level + 1
          from audience a join person p on p.manager_id = a.person_id
         where p.active
      )
      """;

  /**
   * The same below the successor of a launcher who has left: of the successor's own people only
   * those who have a receipt.
   */
  private static final String AUDIENCE_BELOW_SUCCESSOR =
      AUDIENCE.replace(
          "p.manager_id = :launcher",
          """
          p.manager_id = :launcher and exists (select 1 from receipt r
                                                where r.cascade_id = :cascade
                                                  and r.person_id = p.id)""");

  private final JdbcClient jdbc;
  private final Deputies deputies;
  private final ManagementLine line;
  private final AudienceOpening opening;

  Audience(JdbcClient jdbc, Deputies deputies, ManagementLine line, AudienceOpening opening) {
    this.jdbc = jdbc;
    this.deputies = deputies;
    this.line = line;
    this.opening = opening;
  }

  /**
   * @param spanishReaders how many of the people read Spanish
   * @param launcherSite where the launcher works, or null
   */
  record Size(int people, int levels, int teams, int spanishReaders, String launcherSite) {}

  /**
   * @param head employee id of the head of the department it is meant for, or null
   */
  Size size(String launcher, String head) {
    return jdbc.sql(
            AUDIENCE
                + """
                select count(*) as people, coalesce(max(a.level), 0) as levels,
                       count(distinct a.briefed_by) as teams,
                       count(case when p.language = 'es' then 1 end) as spanish_readers,
                       (select site from person where id = :launcher) as launcher_site
                  from audience a join person p on p.id = a.person_id
                """)
        .param("launcher", launcher)
        .param("head", head)
        .query(RecordMapper.of(Size.class))
        .single();
  }

  /** Names from the launcher to a person at the lowest level; empty for an empty audience. */
  List<String> longestChain(String launcher, String head) {
    return jdbc.sql(
            AUDIENCE + "select person_id from audience order by level desc, person_id limit 1")
        .param("launcher", launcher)
        .param("head", head)
        .query(String.class)
        .optional()
        .map(furthest -> chain(launcher, head, furthest))
        .orElse(List.of());
  }

  /** Names from the launcher down to this person. */
  private List<String> chain(String launcher, String head, String person) {
    var top = head == null ? launcher : head;
    var chain = new LinkedList<String>();
    for (var level : line.upwards(person)) {
      chain.addFirst(level.name());
      if (level.id().equals(top)) {
        break;
      }
    }
    if (!launcher.equals(top)) {
      chain.addFirst(line.upwards(launcher).get(0).name());
    }
    return chain;
  }

  /** Opens a pending receipt for each person of the audience. */
  void openReceipts(long cascadeId, String launcher, String head) {
    opening.open(cascadeId, AUDIENCE, launcher, head);
  }

  /**
   * @param levels how many there are below the launcher
   * @param launcherSite where the launcher works, or null
   */
  record Depth(int levels, String launcherSite) {}

  /** Of those who have a receipt; the management line need not be walked again for it. */
  Depth depth(long cascadeId) {
    return jdbc.sql(
            """
            select (select coalesce(max(r.level), 0) from receipt r where r.cascade_id = c.id)
                     as levels,
                   (select p.site from person p where p.id = c.launched_by) as launcher_site
              from cascade c
             where c.id = :cascade
            """)
        .param("cascade", cascadeId)
        .query(RecordMapper.of(Depth.class))
        .single();
  }

  /** Writes down in table {@code current_audience} who is in the audience at this moment. */
  public void fillNow(String launcher, String head) {
    jdbc.sql(now(AUDIENCE)).param("launcher", launcher).param("head", head).update();
  }

  /** The same for a cascade whose launcher has left. */
  public void fillNowBelow(String successor, long cascadeId, String head) {
    jdbc.sql(now(AUDIENCE_BELOW_SUCCESSOR))
        .param("launcher", successor)
        .param("cascade", cascadeId)
        .param("head", head)
        .update();
  }

  /** Empties {@code current_audience}, which is for the caller's transaction only. */
  public void clearNow() {
    jdbc.sql("delete from current_audience").update();
  }

  private static String now(String audience) {
    return "insert into current_audience (person_id, briefed_by, level) "
        + audience
        + "select person_id, briefed_by, level from audience";
  }

  /**
   * What makes it hard to reach some of them from the first moment to the second; each with who and
   * why, the first of each kind.
   */
  List<ReachFinding> findings(String launcher, String head, Instant from, Instant to) {
    var findings = new ArrayList<ReachFinding>();
    findings.addAll(awayWithoutDeputy(launcher, head, from, to));
    findings.addAll(withoutAddress(launcher, head));
    findings.addAll(wideSpans(launcher, head));
    findings.addAll(withoutManager(launcher));
    return findings;
  }

  /** Managers who will be away with no deputy there. */
  private List<ReachFinding> awayWithoutDeputy(
      String launcher, String head, Instant from, Instant to) {
    var away =
        jdbc.sql(
                AUDIENCE
                    + """
                    select distinct a.briefed_by
                      from audience a
                      join absence on absence.person_id = a.briefed_by
                     where absence.ended_at is null
                       and absence.until_at > :from and absence.from_at <= :to
                    """)
            .param("launcher", launcher)
            .param("head", head)
            .param("from", Timestamps.at(from))
            .param("to", Timestamps.at(to))
            .query(String.class)
            .list();
    return deputies.actingBetween(away, from, to).stream()
        .filter(substitution -> substitution.as() != Substitution.As.DEPUTY)
        .sorted(
            Comparator.comparing(Substitution::personName).thenComparing(Substitution::personId))
        .limit(NAMED)
        .map(Audience::awayWithoutDeputy)
        .toList();
  }

  private static ReachFinding awayWithoutDeputy(Substitution substitution) {
    var why =
        substitution.circle().isEmpty()
            ? substitution.hasDeputy() ? "and the deputy is not there either" : "without a deputy"
            : "and the deputies stand in for each other in a circle (%s)"
                .formatted(String.join(" → ", substitution.circle()));
    var who =
        switch (substitution.as()) {
          case MANAGER ->
              "%s, the next manager up, would brief".formatted(substitution.actingName());
          case DEPUTY_OF_MANAGER ->
              "%s, a deputy further up, would brief".formatted(substitution.actingName());
          default -> "nobody up to the top could brief";
        };
    return ReachFinding.warns(
        substitution.personName(),
        "Is away, %s, %s: %s the team instead.".formatted(substitution.days(), why, who));
  }

  private List<ReachFinding> withoutAddress(String launcher, String head) {
    return jdbc.sql(
            AUDIENCE
                + """
                select p.name, m.name as manager
                  from audience a
                  join person p on p.id = a.person_id
                  join person m on m.id = a.briefed_by
                 where p.mail is null
                   and not exists (select 1 from person below
                                    where below.manager_id = a.person_id and below.active)
                 order by p.name
                 limit :limit
                """)
        .param("launcher", launcher)
        .param("head", head)
        .param("limit", NAMED)
        .query(
            (row, n) ->
                ReachFinding.warns(
                    row.getString("name"),
                    "Has no mail address and gets no personal link: %s records whether they were at the briefing."
                        .formatted(row.getString("manager"))))
        .list();
  }

  private List<ReachFinding> wideSpans(String launcher, String head) {
    return jdbc.sql(
            AUDIENCE
                + """
                select m.name, count(*) as span
                  from audience a join person m on m.id = a.briefed_by
                 group by m.id, m.name
                having count(*) > :wide
                 order by count(*) desc, m.name
                 limit :limit
                """)
        .param("launcher", launcher)
        .param("head", head)
        .param("wide", WIDE_SPAN)
        .param("limit", NAMED)
        .query(
            (row, n) ->
                ReachFinding.warns(
                    row.getString("name"),
                    String.format(
                        Locale.ENGLISH,
                        "Would have to brief %,d people; more than %d can hardly talk it over"
                            + " together.",
                        row.getInt("span"),
                        WIDE_SPAN)))
        .list();
  }

  /** People whose manager has left or was never known, the launcher's own line upward excepted. */
  private List<ReachFinding> withoutManager(String launcher) {
    return jdbc.sql(
            """
            select p.name
              from person p left join person m on m.id = p.manager_id and m.active
             where p.active and m.id is null and p.id not in (:above)
             order by p.name
             limit :limit
            """)
        .param("above", line.upwards(launcher).stream().map(Level::id).toList())
        .param("limit", NAMED)
        .query(
            (row, n) ->
                ReachFinding.warns(
                    row.getString("name"),
                    "Has no manager, so neither they nor anyone below them would hear of it: put it"
                        + " right in the organization's file."))
        .list();
  }
}
