package com.customerfocus.handoff.rating;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks both sides how a handoff went. */
@Service
@Transactional
public class RatingService {

  /** Asks both sides, once. */
  public void ask(long handoffId) {
    // Filled in by the room's own slice.
  }
}
