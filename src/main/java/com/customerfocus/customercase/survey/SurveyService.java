package com.customerfocus.customercase.survey;

import com.customerfocus.customer.CustomerNotices;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks customers after their cases; the contact policy decides when each mail is sent. */
@Service
@Transactional
class SurveyService {

  private static final int BATCH = 200;

  private final Surveys surveys;
  private final CustomerNotices notices;
  private final Clock clock;

  SurveyService(Surveys surveys, CustomerNotices notices, Clock clock) {
    this.surveys = surveys;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Asks some of those whose time has come.
   *
   * @return whether there may be more
   */
  boolean askSome() {
    var now = clock.instant();
    var due = surveys.lockDue(now, BATCH);
    if (!due.isEmpty()) {
      surveys.begun(due);
      notices.record(SurveyRenderer.KIND, SurveyRenderer.RECIPIENTS, Map.of("surveys", due));
    }
    return due.size() == BATCH;
  }
}
