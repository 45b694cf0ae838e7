package com.customerfocus.customercase.survey;

import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.DeliveryListener;
import com.customerfocus.notice.Notice;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * A customer is asked once the mail server has accepted the mail, unless it comes back: the contact
 * policy may refuse it, the case may be open again by then, and some customers have no address.
 */
@Component
class SurveyDeliveries implements DeliveryListener {

  private final Surveys surveys;
  private final Clock clock;

  SurveyDeliveries(Surveys surveys, Clock clock) {
    this.surveys = surveys;
    this.clock = clock;
  }

  @Override
  public void delivered(Collection<Notice> notices) {
    var asked =
        notices.stream()
            .filter(it -> it.kind().equals(SurveyRenderer.KIND))
            .map(Notice::subjectId)
            .toList();
    if (!asked.isEmpty()) {
      surveys.asked(asked, clock.instant());
    }
  }

  @Override
  public void bounced(Notice notice, Bounce bounce) {
    if (notice.kind().equals(SurveyRenderer.KIND)) {
      surveys.notAsked(notice.subjectId());
    }
  }
}
