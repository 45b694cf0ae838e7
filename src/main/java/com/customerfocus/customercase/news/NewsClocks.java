package com.customerfocus.customercase.news;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code customer_case_clock}, one row an open case, and {@code customer_case_late}. */
@Repository
class NewsClocks {

  private static final String SELECT =
      """
      select case_id, customer_id, cycle, owner_id, site, cadence as targets_cadence,
             time_to_answer as targets_time_to_answer,
             time_to_find_out as targets_time_to_find_out, targets_rule, began_at, moved_at,
             news_cap_at, answer_cap_at, last_contact_at, promised_at, news_due_at, answer_due_at,
             news_late, answer_late, silent_until, is_moved
        from customer_case_clock
      """;

  private static final RecordMapper<NewsClock> CLOCK = RecordMapper.of(NewsClock.class);

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  NewsClocks(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void add(NewsClock clock) {
    batches.update(
        """
        insert into customer_case_clock (
          case_id, customer_id, cycle, owner_id, site, cadence, time_to_answer, time_to_find_out,
          targets_rule, began_at, moved_at, news_cap_at, answer_cap_at, last_contact_at,
          promised_at, news_due_at, answer_due_at, news_late, answer_late, silent_until, is_moved,
          look_at)
        values (
          :case, :customer, :cycle, :owner, :site, :cadence, :answer, :findOut, :rule, :began,
          :moved, :newsCap, :answerCap, :lastContact, :promised, :newsDue, :answerDue, :newsLate,
          :answerLate, :silentUntil, :isMoved, :look)
        """,
        row(clock));
  }

  Optional<NewsClock> find(long caseId) {
    return jdbc.sql(SELECT + " where case_id = :case")
        .param("case", caseId)
        .query(CLOCK)
        .optional();
  }

  /** Locks those of these cases that are open until the transaction ends. */
  List<NewsClock> lock(Collection<Long> cases) {
    return jdbc.sql(SELECT + " where case_id in (:cases) order by case_id for update")
        .param("cases", cases)
        .query(CLOCK)
        .list();
  }

  /** Locks some of those that the sweep has to look at; others that are locked are left out. */
  List<NewsClock> lockToLookAt(Instant now, int most) {
    return jdbc.sql(
            SELECT
                + """
                 where look_at < :now order by look_at, case_id
                 fetch first :most rows only for update skip locked
                """)
        .param("now", at(now))
        .param("most", most)
        .query(CLOCK)
        .list();
  }

  /** Only for the transaction that has locked them. */
  void save(Collection<NewsClock> clocks) {
    batches.batchUpdate(
        """
        update customer_case_clock
           set owner_id = :owner, site = :site, cadence = :cadence, time_to_answer = :answer,
               time_to_find_out = :findOut, targets_rule = :rule, moved_at = :moved,
               news_cap_at = :newsCap, answer_cap_at = :answerCap, last_contact_at = :lastContact,
               promised_at = :promised, news_due_at = :newsDue, answer_due_at = :answerDue,
               news_late = :newsLate, answer_late = :answerLate, silent_until = :silentUntil,
               is_moved = :isMoved,
               look_at = :look
         where case_id = :case
        """,
        clocks.stream().map(NewsClocks::row).toArray(SqlParameterSource[]::new));
  }

  /** Only for the transaction that has locked it. */
  void lookLater(long caseId, Instant at) {
    jdbc.sql("update customer_case_clock set look_at = :at where case_id = :case")
        .param("at", at(at))
        .param("case", caseId)
        .update();
  }

  /** The case is over. */
  void remove(Collection<Long> cases) {
    jdbc.sql("delete from customer_case_clock where case_id in (:cases)")
        .param("cases", cases)
        .update();
  }

  /** What has become late; what is on record already stays. */
  void addLate(Collection<LateNews> late, Instant now) {
    batches.batchUpdate(
        """
        insert into customer_case_late (case_id, cycle, what, due_at, recorded_at, owner_id)
        select cast(:case as bigint), cast(:cycle as int), cast(:what as varchar(10)),
               cast(:due as timestamp with time zone), cast(:now as timestamp with time zone),
               cast(:owner as varchar(64))
         where not exists (select 1 from customer_case_late
                            where case_id = :case and what = :what and due_at = :due)
        """,
        late.stream()
            .map(
                it ->
                    new MapSqlParameterSource("case", it.caseId())
                        .addValue("cycle", it.cycle())
                        .addValue("what", it.what().name())
                        .addValue("due", at(it.dueAt()))
                        .addValue("now", at(now))
                        .addValue("owner", it.ownerId()))
            .toArray(SqlParameterSource[]::new));
  }

  /** What was late in a case, in order. */
  List<LateNews> late(long caseId) {
    return jdbc.sql(
            """
            select case_id, cycle, what, due_at, owner_id from customer_case_late
             where case_id = :case order by id
            """)
        .param("case", caseId)
        .query(RecordMapper.of(LateNews.class))
        .list();
  }

  private static MapSqlParameterSource row(NewsClock clock) {
    var targets = clock.targets();
    return new MapSqlParameterSource("case", clock.caseId())
        .addValue("customer", clock.customerId())
        .addValue("cycle", clock.cycle())
        .addValue("owner", clock.ownerId())
        .addValue("site", clock.site(), Types.VARCHAR)
        .addValue("cadence", targets.cadence())
        .addValue("answer", targets.timeToAnswer())
        .addValue("findOut", targets.timeToFindOut())
        .addValue("rule", targets.rule())
        .addValue("began", at(clock.beganAt()))
        .addValue("silentUntil", at(clock.silentUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("isMoved", clock.isMoved())
        .addValue("moved", at(clock.movedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("newsCap", at(clock.newsCapAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("answerCap", at(clock.answerCapAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("lastContact", at(clock.lastContactAt()))
        .addValue("promised", at(clock.promisedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("newsDue", at(clock.newsDueAt()))
        .addValue("answerDue", at(clock.answerDueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("newsLate", at(clock.newsLate()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("answerLate", at(clock.answerLate()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("look", at(clock.nextLook()), Types.TIMESTAMP_WITH_TIMEZONE);
  }
}
