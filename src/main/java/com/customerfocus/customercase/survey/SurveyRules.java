package com.customerfocus.customercase.survey;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.Comfort;
import java.time.Duration;
import java.time.Instant;

/** Which customers are asked after a case, and when. No owner can change either. */
final class SurveyRules {

  /** The fixed time from closing to the questions. */
  static final Duration ASKED_AFTER = Duration.ofDays(2);

  private SurveyRules() {}

  /**
   * Whether customers are asked after this step. Also after one that an owner withdraws for the
   * customer: otherwise owners could leave customers out. Not when the program does because the
   * customer's data are removed.
   */
  static boolean isEnd(CaseEvent event) {
    return event.step() == CaseStep.CLOSE
        || event.step() == CaseStep.WITHDRAW && event.by() != null;
  }

  /** Whether the customer is asked; one who did not answer three times is not asked once more. */
  static boolean isAsked(Comfort comfort) {
    return comfort != Comfort.UNCONFIRMED;
  }

  static Instant askAt(Instant closed) {
    return closed.plus(ASKED_AFTER);
  }
}
