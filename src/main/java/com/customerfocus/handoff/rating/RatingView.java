package com.customerfocus.handoff.rating;

import com.customerfocus.handoff.HandoffStep.Side;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads ratings as far as they may be read now. */
@Service
@Transactional(readOnly = true)
public class RatingView {

  private final Ratings ratings;
  private final Clock clock;

  RatingView(Ratings ratings, Clock clock) {
    this.ratings = ratings;
    this.clock = clock;
  }

  /**
   * The ratings of a handoff that a person of this side may read now, the requester's first: that
   * of their side, and the other one when both are in or five working days have passed.
   *
   * @param reader null for a person of neither side, who reads what both sides may read
   */
  public List<Rating> readable(long handoffId, Side reader) {
    return ratings.of(handoffId).readableBy(reader, clock.instant());
  }
}
