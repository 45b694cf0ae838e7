package com.customerfocus.handoff.rating.process;

import com.customerfocus.access.Actor;
import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.handoff.rating.RatingNews;
import com.customerfocus.support.Sentence;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a person what has become of a rating whose task has ended. */
@Component
class EndedRatingTasks implements EndedTasks {

  private final RatingNews news;

  EndedRatingTasks(RatingNews news) {
    this.news = news;
  }

  @Override
  public String process() {
    return RatePartnershipProcess.KEY;
  }

  @Override
  public Optional<Sentence> whyEnded(long ratingId, String taskDefinitionKey, Actor reader) {
    return news.latest(ratingId, reader);
  }
}
