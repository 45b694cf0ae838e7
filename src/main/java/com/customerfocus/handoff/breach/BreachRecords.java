package com.customerfocus.handoff.breach;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.deadline.level.ServiceClock;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code handoff_breach}; rows are only added. */
@Repository
class BreachRecords {

  private final JdbcClient jdbc;

  BreachRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records a breach. Does not lock the handoff, which a step of a person may have locked that
   * waits for the clock. A step that had read the clock before may have set its count back; a
   * breach that is on record already is not told again.
   *
   * @param told employee id of the person who is told, or null
   * @return its id; empty when it is on record already
   */
  Optional<Long> add(ServiceClock late, String told, Instant now) {
    var id = new GeneratedKeyHolder();
    var added =
        jdbc.sql(
                """
                insert into handoff_breach (handoff_id, clock_id, metric, breaches, holder,
                                            requester_department, partner_department, state, due_at,
                                            recorded_at, told_id)
                select h.id, cast(:clock as bigint), cast(:metric as varchar(30)),
                       cast(:breaches as int), cast(:holder as varchar(120)), h.requester_department,
                       h.partner_department, h.state, cast(:due as timestamp with time zone),
                       cast(:now as timestamp with time zone), cast(:told as varchar(64))
                  from handoff h
                 where h.id = :handoff
                   and not exists (select 1 from handoff_breach b
                                    where b.clock_id = :clock and b.breaches = :breaches)
                """)
            .param("handoff", late.subject().id())
            .param("clock", late.id())
            .param("metric", late.metric())
            .param("breaches", late.breaches())
            .param("holder", late.holder())
            .param("due", at(late.dueAt()))
            .param("now", at(now))
            .param("told", told, Types.VARCHAR)
            .update(id, "id");
    return added == 0 ? Optional.empty() : Optional.of(id.getKeyAs(Long.class));
  }
}
