package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.CascadeEnding;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends briefings of a cascade that is over. */
@Component
@Order(2)
class BriefingEnding implements CascadeEnding {

  private static final int AT_ONCE = 200;

  private final Briefings briefings;
  private final BriefingWorkflow workflow;
  private final Clock clock;

  BriefingEnding(Briefings briefings, BriefingWorkflow workflow, Clock clock) {
    this.briefings = briefings;
    this.workflow = workflow;
    this.clock = clock;
  }

  @Override
  public boolean endSome(long cascadeId) {
    workflow.briefingsEnded(briefings.endOpen(cascadeId, AT_ONCE, clock.instant()));
    return briefings.isAnyOpen(cascadeId);
  }
}
