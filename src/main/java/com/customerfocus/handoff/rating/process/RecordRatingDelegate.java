package com.customerfocus.handoff.rating.process;

import static com.customerfocus.handoff.rating.process.RatePartnershipProcess.RATING;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.rating.RatingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records how a side says it went. */
@Component
class RecordRatingDelegate implements JavaDelegate {

  private final RatingService ratings;

  RecordRatingDelegate(RatingService ratings) {
    this.ratings = ratings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ratings.rate(BusinessKey.of(execution), RATING.get(execution), CurrentActor.of(execution));
  }
}
