package com.customerfocus.cascade.escalation.process;

import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.ESCALATION_ID;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.MANAGER_FOUND;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.OVERDUE_NAME;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.OVERDUE_TEXT;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.PASS_UP_AT;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.UNBLOCKER_ID;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.UNBLOCKING;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.UNBLOCK_BY;

import com.customerfocus.cascade.escalation.EscalationAssignment;
import com.customerfocus.cascade.escalation.EscalationService;
import com.customerfocus.engine.variable.BusinessKey;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out which manager is to unblock the overdue briefing. */
@Component
class EscalateBriefingDelegate implements JavaDelegate {

  private static final Map<String, Object> NO_MANAGER = Map.of(MANAGER_FOUND.name(), false);

  private final EscalationService escalations;

  EscalateBriefingDelegate(EscalationService escalations) {
    this.escalations = escalations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var assignment = escalations.escalate(BusinessKey.of(execution));
    execution.setVariables(assignment.map(EscalateBriefingDelegate::task).orElse(NO_MANAGER));
  }

  private static Map<String, Object> task(EscalationAssignment assignment) {
    var variables = new HashMap<String, Object>();
    MANAGER_FOUND.put(variables, true);
    ESCALATION_ID.put(variables, assignment.escalationId());
    UNBLOCKER_ID.put(variables, assignment.managerId());
    UNBLOCK_BY.put(variables, Date.from(assignment.decisionDueAt()));
    PASS_UP_AT.put(variables, Date.from(assignment.passUpAt()));
    OVERDUE_NAME.put(variables, assignment.overdueName());
    OVERDUE_TEXT.putReference(
        variables, EscalationReferences.OVERDUE.of(assignment.escalationId()));
    UNBLOCKING.putReference(variables, EscalationReferences.FIELDS.of(assignment.escalationId()));
    return variables;
  }
}
