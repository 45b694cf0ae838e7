package com.customerfocus.handoff.rating.process;

import static com.customerfocus.handoff.rating.process.RatePartnershipProcess.RATING;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.rating.RatingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Asks both sides of a handoff how it went. It is a step of {@code partner-handoff}, whose form of
 * the confirmation may have brought the requester's rating.
 */
@Component
class AskForRatingsDelegate implements JavaDelegate {

  private final RatingService ratings;

  AskForRatingsDelegate(RatingService ratings) {
    this.ratings = ratings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ratings.ask(
        BusinessKey.of(execution),
        RATING.find(execution).orElse(null),
        CurrentActor.find(execution).orElse(null));
  }
}
