package com.customerfocus.handoff.process;

import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.rating.RatingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks both sides how it went. */
@Component
class AskForRatingsDelegate implements JavaDelegate {

  private final RatingService ratings;

  AskForRatingsDelegate(RatingService ratings) {
    this.ratings = ratings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ratings.ask(BusinessKey.of(execution));
  }
}
