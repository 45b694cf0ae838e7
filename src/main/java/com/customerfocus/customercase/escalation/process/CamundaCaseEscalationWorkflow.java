package com.customerfocus.customercase.escalation.process;

import static com.customerfocus.customercase.escalation.process.CaseEscalationProcess.DECIDE_BY;
import static com.customerfocus.customercase.escalation.process.CaseEscalationProcess.ESCALATION_KIND;
import static com.customerfocus.customercase.escalation.process.CaseEscalationProcess.ESCALATION_TEXT;
import static com.customerfocus.customercase.escalation.process.CaseEscalationProcess.MANAGER_ID;
import static com.customerfocus.customercase.escalation.process.CaseEscalationProcess.TITLE;

import com.customerfocus.customercase.escalation.CaseEscalation;
import com.customerfocus.customercase.escalation.CaseEscalationWorkflow;
import com.customerfocus.customercase.process.StayWithCustomerProcess;
import com.customerfocus.engine.Instances;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to escalations, and asks it which case asked for a handoff. */
@Component
class CamundaCaseEscalationWorkflow implements CaseEscalationWorkflow {

  private static final String HANDOFFS = "partner-handoff";

  private final Instances instances;

  CamundaCaseEscalationWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void escalated(CaseEscalation escalation, String title) {
    var variables = new HashMap<String, Object>();
    MANAGER_ID.put(variables, escalation.managerId());
    DECIDE_BY.put(variables, Date.from(escalation.dueAt()));
    TITLE.put(variables, title);
    ESCALATION_TEXT.putReference(variables, ESCALATION_KIND.of(escalation.id()));
    instances.start(CaseEscalationProcess.MESSAGE_ESCALATED, escalation.id(), variables);
  }

  @Override
  public void lapsed(Collection<Long> escalations) {
    escalations.forEach(
        id -> instances.correlate(CaseEscalationProcess.MESSAGE_ESCALATION_LAPSED, id));
  }

  @Override
  public OptionalLong caseOf(long handoffId) {
    return instances.caller(handoffId, HANDOFFS, StayWithCustomerProcess.KEY);
  }
}
