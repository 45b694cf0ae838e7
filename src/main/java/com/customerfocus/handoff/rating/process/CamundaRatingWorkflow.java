package com.customerfocus.handoff.rating.process;

import com.customerfocus.engine.Instances;
import com.customerfocus.handoff.rating.RatingAssignment;
import com.customerfocus.handoff.rating.RatingWorkflow;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a rating. */
@Component
class CamundaRatingWorkflow implements RatingWorkflow {

  private final Instances instances;

  CamundaRatingWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void ratingAsked(RatingAssignment asked) {
    instances.start(
        RatePartnershipProcess.MESSAGE_ASKED,
        asked.ratingId(),
        RatePartnershipProcess.variables(asked));
  }

  @Override
  public void endedUnanswered(Collection<Long> ratingIds) {
    instances.end(ratingIds, "Not answered in time", RatePartnershipProcess.KEY);
  }
}
