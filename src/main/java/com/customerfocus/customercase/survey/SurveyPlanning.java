package com.customerfocus.customercase.survey;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseView;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plans the questions when a case is closed, and puts them off when it is opened again. */
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
      surveys.putOff(event.caseId());
    } else if (event.step() == CaseStep.CLOSE) {
      cases
          .find(event.caseId())
          .filter(it -> SurveyRules.isAsked(it.comfort()))
          .ifPresent(
              it ->
                  surveys.plan(
                      it.id(), it.customerId(), it.cycle(), SurveyRules.askAt(event.at())));
    }
  }
}
