package com.customerfocus.customercase.survey;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseView;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plans the questions when a case ends, and withdraws them when it is opened again before. */
@Component
class SurveyPlanning {

  private final Surveys surveys;
  private final CaseView cases;

  SurveyPlanning(Surveys surveys, CaseView cases) {
    this.surveys = surveys;
    this.cases = cases;
  }

  /** In the transaction of the step. */
  @EventListener
  void on(CaseEvent.Recorded recorded) {
    var event = recorded.event();
    if (event.step() == CaseStep.REOPEN) {
      surveys.withdraw(event.caseId());
    } else if (SurveyRules.isEnd(event)) {
      cases
          .find(event.caseId())
          .filter(it -> SurveyRules.isAsked(it.comfort()))
          .ifPresent(
              it ->
                  surveys.plan(
                      it.id(), it.customerId(), event.cycle(), SurveyRules.askAt(event.at())));
    }
  }
}
