package com.customerfocus.handoff.partnership;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.BounceReason;
import com.customerfocus.handoff.HandoffStep;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.support.Period;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Figures of all pairs of departments, one statement a kind of record. Each begins with the
 * requests of the period: with them begins the part of a handoff that one partner answers for, and
 * it ends when the next one is asked.
 */
@Repository
class PartnershipRecords {

  static final String TIME_TO_OWN = "time-to-own";

  /** Each time that a department was asked in the period, and when the next one was. */
  private static final String REQUESTS =
      """
      (select n.id, n.handoff_id, n.department, n.recorded_at, n.next_id, n.next_at,
              h.requester_department as requester, h.partner_department, h.state
         from (select e.id, e.handoff_id, e.department, e.recorded_at,
                      lead(e.id) over (partition by e.handoff_id order by e.id) as next_id,
                      lead(e.recorded_at) over (partition by e.handoff_id order by e.id) as next_at
                 from handoff_event e
                where e.step in ('REQUEST', 'ASK_ANOTHER') and e.recorded_at >= :from) n
         join handoff h on h.id = n.handoff_id
        where n.recorded_at < :until) a
      """;

  /** Steps of the part of a handoff that begins with the request. */
  private static final String STEPS_OF_REQUEST =
      """
      join handoff_event e on e.handoff_id = a.handoff_id and e.id >= a.id
                          and (a.next_id is null or e.id < a.next_id)
      """;

  private final JdbcClient jdbc;

  PartnershipRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the rows of all statements have: ids of departments. */
  interface OfPair {
    String requester();

    String partner();
  }

  /**
   * How often a step was taken.
   *
   * @param reason null unless it was declined or reopened
   * @param pingPong how many of them were requests that came back
   */
  record StepRow(
      String requester,
      String partner,
      HandoffStep step,
      BounceReason reason,
      long times,
      long pingPong)
      implements OfPair {}

  List<StepRow> steps(Period period) {
    return jdbc.sql(
            """
            select requester, partner, step, reason, count(*) as times, sum(ping) as ping_pong
              from (select a.requester, e.department as partner, e.step, e.reason,
                           case when e.came_back then 1 else 0 end as ping
                      from %s %s
                     where e.step in ('REQUEST', 'ASK_ANOTHER', 'ACCEPT', 'AGREE_ON_DATE',
                                      'DECLINE', 'REOPEN', 'CONFIRM', 'DEEM_CONFIRMED')) steps
             group by requester, partner, step, reason
            """
                .formatted(REQUESTS, STEPS_OF_REQUEST))
        .param("from", at(period.from()))
        .param("until", at(period.until()))
        .query(RecordMapper.of(StepRow.class))
        .list();
  }

  /**
   * Clocks that have ended with a result, and whose end had happened. What was withdrawn or given
   * up has none.
   *
   * @param median milliseconds of working time
   */
  record ClockRow(
      String requester,
      String partner,
      String metric,
      long clocks,
      long met,
      double median,
      double p90)
      implements OfPair {}

  List<ClockRow> clocks(Period period) {
    return jdbc.sql(
            """
            select a.requester, c.holder as partner, c.metric, count(*) as clocks,
                   count(*) filter (where c.result = 'MET') as met,
                   percentile_cont(0.5) within group (order by c.ran_millis) as median,
                   percentile_cont(0.9) within group (order by c.ran_millis) as p90
              from %s
              join service_clock c
                on c.subject_kind = 'handoff' and c.subject_id = a.handoff_id
               and c.started_at >= a.recorded_at
               and (a.next_at is null or c.started_at < a.next_at)
             where c.metric in ('time-to-own', 'time-to-deliver')
               and c.result is not null and c.reversal is null
             group by a.requester, c.holder, c.metric
            """
                .formatted(REQUESTS))
        .param("from", at(period.from()))
        .param("until", at(period.until()))
        .query(RecordMapper.of(ClockRow.class))
        .list();
  }

  /**
   * Handoffs that are not over.
   *
   * @param medianEpochSecond of the moments at which the partners were asked
   * @param oldest the first of them
   */
  record OpenRow(
      String requester, String partner, long open, double medianEpochSecond, Instant oldest)
      implements OfPair {}

  List<OpenRow> open(Period period) {
    return jdbc.sql(
            """
            select a.requester, a.partner_department as partner, count(*) as open,
                   percentile_cont(0.5) within group (order by extract(epoch from a.recorded_at))
                     as median_epoch_second,
                   min(a.recorded_at) as oldest
              from %s
             where a.next_id is null
               and a.state not in ('CONFIRMED', 'DEEMED_CONFIRMED', 'NOT_POSSIBLE', 'WITHDRAWN')
             group by a.requester, a.partner_department
            """
                .formatted(REQUESTS))
        .param("from", at(period.from()))
        .param("until", at(period.until()))
        .query(RecordMapper.of(OpenRow.class))
        .list();
  }

  /**
   * Promises, each for the partner that had accepted.
   *
   * @param renegotiated how many got a later date at any time
   */
  record PromiseRow(
      String requester, String partner, long promises, long kept, long renegotiated, long broken)
      implements OfPair {}

  List<PromiseRow> promises(Period period) {
    return jdbc.sql(
            """
            select requester, partner, count(*) as promises,
                   count(*) filter (where state = 'KEPT') as kept,
                   count(*) filter (where renegotiated) as renegotiated,
                   count(*) filter (where state = 'BROKEN') as broken
              from (select a.requester, e.department as partner, p.state,
                           exists (select 1 from promise_event v
                                    where v.promise_id = p.id and v.kind = 'RENEGOTIATED')
                             as renegotiated
                      from %s %s
                      join promise p on p.source_kind = 'handoff' and p.source_id = a.handoff_id
                     where e.step in ('ACCEPT', 'AGREE_ON_DATE')) promises
             group by requester, partner
            """
                .formatted(REQUESTS, STEPS_OF_REQUEST))
        .param("from", at(period.from()))
        .param("until", at(period.until()))
        .query(RecordMapper.of(PromiseRow.class))
        .list();
  }

  /**
   * Ratings that both sides may read: all who were asked have rated, or the time to do so is over.
   *
   * @param side which side gave them
   * @param total the sum of the scores
   */
  record RatingRow(String requester, String partner, Side side, long ratings, long total)
      implements OfPair {}

  List<RatingRow> ratings(Period period, Instant now) {
    return jdbc.sql(
            """
            select requester, partner, side, count(*) as ratings, sum(score) as total
              from (select r.side, r.score, r.open_at,
                           case when r.side = 'REQUESTER' then r.from_department
                                else r.to_department end as requester,
                           case when r.side = 'REQUESTER' then r.to_department
                                else r.from_department end as partner,
                           count(r.score) over (partition by r.handoff_id) as given,
                           count(*) over (partition by r.handoff_id) as asked
                      from %s
                      join handoff_rating r on r.handoff_id = a.handoff_id
                     where a.next_id is null) ratings
             where score is not null and (open_at <= :now or given = asked)
             group by requester, partner, side
            """
                .formatted(REQUESTS))
        .param("from", at(period.from()))
        .param("until", at(period.until()))
        .param("now", at(now))
        .query(RecordMapper.of(RatingRow.class))
        .list();
  }

  /** Names of these departments, by id, also of those that have closed. */
  Map<String, String> names(Collection<String> departments) {
    var names = new HashMap<String, String>();
    if (!departments.isEmpty()) {
      jdbc.sql("select id, name from department where id in (:ids)")
          .param("ids", departments)
          .query(
              row -> {
                names.put(row.getString("id"), row.getString("name"));
              });
    }
    return names;
  }

  /** The departments that a person works in or is the head of. */
  Set<String> departmentsOf(String employee) {
    return new HashSet<>(
        jdbc.sql(
                """
                select id from department where head_id = :person
                union
                select department_id from person where id = :person and active
                """)
            .param("person", employee)
            .query(String.class)
            .list());
  }
}
