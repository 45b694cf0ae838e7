package com.customerfocus.handoff.breach;

import com.customerfocus.handoff.HandoffEvent;
import com.customerfocus.handoff.HandoffStep;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.absence.DepartmentHeads;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the heads of both sides at once when a handoff comes back for the third time: declined or
 * reopened. A question is no bounce.
 */
@Component
class Bounces {

  private static final int TOO_MANY = 3;
  private static final Set<HandoffStep> BOUNCES =
      EnumSet.of(HandoffStep.DECLINE, HandoffStep.REOPEN);

  private final JdbcClient jdbc;
  private final DepartmentHeads heads;
  private final NoticeService notices;

  Bounces(JdbcClient jdbc, DepartmentHeads heads, NoticeService notices) {
    this.jdbc = jdbc;
    this.heads = heads;
    this.notices = notices;
  }

  @EventListener
  void came(HandoffEvent.Recorded step) {
    var event = step.event();
    if (BOUNCES.contains(event.step()) && count(event.handoffId()) == TOO_MANY) {
      var told = new LinkedHashSet<String>();
      heads.stewardOf(step.before().requesterDepartment()).ifPresent(told::add);
      heads.stewardOf(event.department()).ifPresent(told::add);
      var side = 0L;
      for (var person : told) {
        side++;
        notices.record(
            BouncesRenderer.KIND,
            BouncesRenderer.RECIPIENT,
            Map.of("event", event.id(), "side", side, "person", person));
      }
    }
  }

  /** The caller's transaction has locked the handoff, so that each number comes once. */
  private int count(long handoff) {
    return jdbc.sql(
            """
            select count(*) from handoff_event
             where handoff_id = :handoff and step in ('DECLINE', 'REOPEN')
            """)
        .param("handoff", handoff)
        .query(Integer.class)
        .single();
  }
}
