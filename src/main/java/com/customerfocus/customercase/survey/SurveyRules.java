package com.customerfocus.customercase.survey;

import com.customerfocus.customercase.Comfort;
import java.time.Duration;
import java.time.Instant;

/** Which customers are asked after a case, and when. No owner can change either. */
final class SurveyRules {

  /** The fixed time from closing to the questions. */
  static final Duration ASKED_AFTER = Duration.ofDays(2);

  private SurveyRules() {}

  /** Whether the customer is asked; one who did not answer three times is not asked once more. */
  static boolean isAsked(Comfort comfort) {
    return comfort != Comfort.UNCONFIRMED;
  }

  static Instant askAt(Instant closed) {
    return closed.plus(ASKED_AFTER);
  }
}
