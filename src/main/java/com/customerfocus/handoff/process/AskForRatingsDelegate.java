package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.RATING;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.rating.RatingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks both sides how it went; the requester may have said it with the confirmation. */
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
