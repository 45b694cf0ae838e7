package com.customerfocus.handoff.rating;

import com.customerfocus.handoff.HandoffStep.Side;
import java.time.Instant;
import java.util.List;

/**
 * The ratings of one handoff, and who may read them: a side reads its own at once, and the other's
 * when both are in, or from five working days after they were asked on. So neither rates the other
 * by how it was rated.
 */
record RatingsOfHandoff(List<Rating> asked) {

  /** Working days until a rating is open although the other side has not answered. */
  static final int DAYS_TO_OPEN = 5;

  /**
   * Those that were given and may be read.
   *
   * @param reader null for a person of neither side
   */
  List<Rating> readableBy(Side reader, Instant now) {
    return asked.stream()
        .filter(Rating::isGiven)
        .filter(it -> it.side() == reader || isOpen(it, now))
        .toList();
  }

  private boolean isOpen(Rating rating, Instant now) {
    return asked.stream().allMatch(Rating::isGiven) || !now.isBefore(rating.openAt());
  }
}
