package com.customerfocus.handoff.rating;

import java.util.Collection;

/** Business events of ratings for their process. Every call joins the caller's transaction. */
public interface RatingWorkflow {

  /** A person is asked how a handoff went. */
  void ratingAsked(RatingAssignment asked);

  /** The time to answer these has passed. */
  void endedUnanswered(Collection<Long> ratingIds);
}
