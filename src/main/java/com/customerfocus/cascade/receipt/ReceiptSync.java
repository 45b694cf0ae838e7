package com.customerfocus.cascade.receipt;

import static com.customerfocus.support.Timestamps.at;

import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the receipts of a running cascade in line with its current audience, which table {@code
 * current_audience} holds meanwhile. Each step is one statement for all people.
 */
@Component
public class ReceiptSync {

  /** A team that goes, as a whole, from one manager to another. */
  public record TeamHandover(String manager, String successor) {}

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Clock clock;

  ReceiptSync(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  /** Lapses what is pending of those who are no longer in the audience; says how many. */
  public int lapseOutsiders(long cascadeId) {
    return jdbc.sql(
            """
            update receipt set state = 'LAPSED', lapsed_at = :now
             where cascade_id = :cascade and state = 'PENDING'
               and not exists (select 1 from current_audience a
                                where a.person_id = receipt.person_id)
            """)
        .param("cascade", cascadeId)
        .param("now", at(clock.instant()))
        .update();
  }

  /** Moves the receipts of whole teams, in any state, along with their briefings. */
  public void handOver(long cascadeId, Collection<TeamHandover> teams) {
    if (teams.isEmpty()) {
      return;
    }
    batches.batchUpdate(
        """
        update receipt set briefed_by = :successor
         where cascade_id = :cascade and briefed_by = :manager and person_id <> :successor
        """,
        teams.stream()
            .map(
                team ->
                    new MapSqlParameterSource("cascade", cascadeId)
                        .addValue("manager", team.manager())
                        .addValue("successor", team.successor()))
            .toArray(SqlParameterSource[]::new));
  }

  /**
   * Puts those who are pending, and those with people to brief, into the teams they are in now;
   * says how many changed team.
   */
  public int move(long cascadeId) {
    var movers =
        jdbc.sql(
                """
                update receipt
                   set briefed_by = (select a.briefed_by from current_audience a
                                      where a.person_id = receipt.person_id)
                 where cascade_id = :cascade
                   and (state = 'PENDING'
                        or state <> 'LAPSED'
                           and exists (select 1 from current_audience t
                                        where t.briefed_by = receipt.person_id))
                   and exists (select 1 from current_audience a
                                where a.person_id = receipt.person_id
                                  and a.briefed_by <> receipt.briefed_by)
                """)
            .param("cascade", cascadeId)
            .update();
    jdbc.sql(
            """
            update receipt
               set level = (select a.level from current_audience a
                             where a.person_id = receipt.person_id),
                   department_id = (select p.department_id from person p
                                     where p.id = receipt.person_id)
             where cascade_id = :cascade and state = 'PENDING'
               and exists (select 1 from current_audience a join person p on p.id = a.person_id
                            where a.person_id = receipt.person_id
                              and (a.level <> receipt.level
                                   or p.department_id <> receipt.department_id))
            """)
        .param("cascade", cascadeId)
        .update();
    return movers;
  }

  /** Makes lapsed receipts of those who are in the audience again pending; says how many. */
  public int reopen(long cascadeId) {
    return jdbc.sql(
            """
            update receipt
               set state = 'PENDING', lapsed_at = null,
                   briefed_by = (select a.briefed_by from current_audience a
                                  where a.person_id = receipt.person_id),
                   level = (select a.level from current_audience a
                             where a.person_id = receipt.person_id),
                   department_id = (select p.department_id from person p
                                     where p.id = receipt.person_id)
             where cascade_id = :cascade and state = 'LAPSED'
               and exists (select 1 from current_audience a
                                where a.person_id = receipt.person_id)
            """)
        .param("cascade", cascadeId)
        .update();
  }

  /** Opens receipts for those who are new in the audience; says how many. */
  public int open(long cascadeId) {
    return jdbc.sql(
            """
            insert into receipt
              (cascade_id, person_id, briefed_by, level, department_id, heritage, state)
            select :cascade, a.person_id, a.briefed_by, a.level, p.department_id, p.heritage,
                   'PENDING'
              from current_audience a join person p on p.id = a.person_id
             where not exists (select 1 from receipt r
                                where r.cascade_id = :cascade and r.person_id = a.person_id)
            """)
        .param("cascade", cascadeId)
        .update();
  }
}
