package com.customerfocus.deadline.level;

import static com.customerfocus.support.Timestamps.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code service_clock}. */
@Repository
class ClockRecords {

  private static final String SELECT =
      """
      select id, subject_kind, subject_id, metric, holder, site, target_days, target_minutes, rule,
             started_at, since_at, ran_millis, state, due_at, rest_millis, breaches, breach_at,
             ended_at, result, reversal, given_millis, used_millis, agreed_until, agreed_by,
             agreed_why, target_due_at
        from service_clock
      """;

  private static final String LAST =
      SELECT
          + " where subject_kind = :kind and subject_id = :id and metric = :metric"
          + " order by id desc fetch first row only";

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  ClockRecords(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * Only for the transaction that has locked the subject.
   *
   * @return false when there is a clock of this metric that has not ended
   */
  boolean add(ServiceClock clock) {
    return jdbc.sql(
                """
                insert into service_clock (subject_kind, subject_id, metric, holder, site,
                                           target_days, target_minutes, rule, started_at, since_at,
                                           ran_millis, state, due_at, rest_millis, breaches,
                                           breach_at, given_millis, used_millis, agreed_until,
                                           agreed_by, agreed_why, target_due_at)
                select :kind, :subject, :metric, :holder, :site, :days, :minutes, :rule, :started,
                       :since, :ran, :state, :due, :rest, :breaches, :breachAt, :given, :used,
                       :agreed, :agreedBy, :agreedWhy, :targetDue
                 where not exists (select 1 from service_clock
                                    where subject_kind = :kind and subject_id = :subject
                                      and metric = :metric and state <> 'ENDED')
                """)
            .paramSource(params(clock))
            .update()
        == 1;
  }

  void save(ServiceClock clock) {
    jdbc.sql(
            """
            update service_clock
               set target_days = :days, target_minutes = :minutes, rule = :rule, since_at = :since,
                   ran_millis = :ran, state = :state, due_at = :due, rest_millis = :rest,
                   breaches = :breaches, breach_at = :breachAt, ended_at = :ended,
                   result = :result, reversal = :reversal, agreed_until = :agreed,
                   agreed_by = :agreedBy, agreed_why = :agreedWhy, target_due_at = :targetDue
             where id = :id
            """)
        .paramSource(params(clock))
        .update();
  }

  /** The new holder by the former one. */
  void handTo(String kind, Map<String, String> successors) {
    batches.batchUpdate(
        """
        update service_clock set holder = :successor
         where subject_kind = :kind and holder = :holder and state <> 'ENDED'
        """,
        Turns.batch(kind, successors, null));
  }

  private static MapSqlParameterSource params(ServiceClock clock) {
    var target = clock.target();
    var grant = clock.grant();
    var agreement = clock.agreement();
    return new MapSqlParameterSource("id", clock.id())
        .addValue("kind", clock.subject().kind())
        .addValue("subject", clock.subject().id())
        .addValue("metric", clock.metric())
        .addValue("holder", clock.holder())
        .addValue("site", clock.site(), Types.VARCHAR)
        .addValue("days", target.amount().days())
        .addValue("minutes", target.amount().hours().toMinutes())
        .addValue("rule", target.rule(), Types.VARCHAR)
        .addValue("started", at(clock.startedAt()))
        .addValue("since", at(clock.since()))
        .addValue("ran", clock.ran().toMillis())
        .addValue("state", clock.state().name())
        .addValue("due", at(clock.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("rest", clock.rest() == null ? null : clock.rest().toMillis(), Types.BIGINT)
        .addValue("breaches", clock.breaches())
        .addValue("breachAt", at(clock.breachAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("ended", at(clock.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("result", clock.result() == null ? null : clock.result().name(), Types.VARCHAR)
        .addValue("reversal", clock.reversal(), Types.VARCHAR)
        .addValue("given", grant == null ? null : grant.given().toMillis(), Types.BIGINT)
        .addValue("used", grant == null ? null : grant.usedBefore().toMillis(), Types.BIGINT)
        .addValue(
            "agreed",
            agreement == null ? null : at(agreement.until()),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("agreedBy", agreement == null ? null : agreement.by(), Types.VARCHAR)
        .addValue("agreedWhy", agreement == null ? null : agreement.why(), Types.VARCHAR)
        .addValue("targetDue", at(clock.targetDueAt()), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  /** The last clock of this metric. */
  Optional<ServiceClock> last(ClockSubject subject, String metric) {
    return last(LAST, subject, metric);
  }

  /**
   * The same, locked until the transaction ends: a breach that is put on record at the same time is
   * not overwritten.
   */
  Optional<ServiceClock> lockLast(ClockSubject subject, String metric) {
    return last(LAST + " for update", subject, metric);
  }

  private Optional<ServiceClock> last(String sql, ClockSubject subject, String metric) {
    return jdbc.sql(sql)
        .param("kind", subject.kind())
        .param("id", subject.id())
        .param("metric", metric)
        .query(ClockRecords::clock)
        .optional();
  }

  /** In the order in which they were started. */
  List<ServiceClock> list(ClockSubject subject) {
    return jdbc.sql(SELECT + " where subject_kind = :kind and subject_id = :id order by id")
        .param("kind", subject.kind())
        .param("id", subject.id())
        .query(ClockRecords::clock)
        .list();
  }

  /** Clocks with a breach to tell, locked; those that another node has locked are left to it. */
  List<ServiceClock> lockBreached(Instant now, int most) {
    return jdbc.sql(
            SELECT
                + " where breach_at < :now order by breach_at, id fetch first :most rows only"
                + " for update skip locked")
        .param("now", at(now))
        .param("most", most)
        .query(ClockRecords::clock)
        .list();
  }

  private static ServiceClock clock(ResultSet row, int number) throws SQLException {
    var result = row.getString("result");
    return new ServiceClock(
        row.getLong("id"),
        new ClockSubject(row.getString("subject_kind"), row.getLong("subject_id")),
        row.getString("metric"),
        row.getString("holder"),
        row.getString("site"),
        ClockTarget.of(
            row.getInt("target_days"), row.getLong("target_minutes"), row.getString("rule")),
        instant(row, "started_at"),
        instant(row, "since_at"),
        Duration.ofMillis(row.getLong("ran_millis")),
        ClockState.valueOf(row.getString("state")),
        instant(row, "due_at"),
        row.getObject("rest_millis") == null ? null : Duration.ofMillis(row.getLong("rest_millis")),
        row.getInt("breaches"),
        instant(row, "breach_at"),
        instant(row, "ended_at"),
        result == null ? null : ClockResult.valueOf(result),
        row.getString("reversal"),
        row.getObject("given_millis") == null
            ? null
            : new ServiceClock.Grant(
                Duration.ofMillis(row.getLong("given_millis")),
                Duration.ofMillis(row.getLong("used_millis"))),
        row.getObject("agreed_until") == null
            ? null
            : new Agreement(
                instant(row, "agreed_until"),
                row.getString("agreed_by"),
                row.getString("agreed_why")),
        instant(row, "target_due_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
