package com.customerfocus.customercase.introduction;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseStep;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An introduction ends with the state of its case: the owner looks again, or the case is over. */
@Component
class EndOfIntroduction {

  private final Introductions introductions;
  private final Clock clock;

  EndOfIntroduction(Introductions introductions, Clock clock) {
    this.introductions = introductions;
    this.clock = clock;
  }

  @EventListener
  void follow(CaseEvent.Recorded step) {
    var event = step.event();
    if (event.before() == CaseState.INTRODUCING && event.after() != CaseState.INTRODUCING) {
      introductions
          .open(event.caseId())
          .ifPresent(it -> introductions.end(it.id(), end(event), null, clock.instant()));
    }
  }

  /** Null when the contact took over. */
  private static IntroductionEnd end(CaseEvent event) {
    if (event.after().isOver()) {
      return IntroductionEnd.CASE_OVER;
    }
    return event.step() == CaseStep.INTRODUCED ? null : IntroductionEnd.LOOKED_AGAIN;
  }
}
