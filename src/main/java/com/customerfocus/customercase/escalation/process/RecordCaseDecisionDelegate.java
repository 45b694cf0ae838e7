package com.customerfocus.customercase.escalation.process;

import static com.customerfocus.customercase.escalation.process.CaseEscalationProcess.DECISION;

import com.customerfocus.customercase.escalation.CaseEscalationService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the manager decides. */
@Component
class RecordCaseDecisionDelegate implements JavaDelegate {

  private final CaseEscalationService escalations;

  RecordCaseDecisionDelegate(CaseEscalationService escalations) {
    this.escalations = escalations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    escalations.decide(
        BusinessKey.of(execution), DECISION.get(execution), CurrentActor.of(execution));
  }
}
