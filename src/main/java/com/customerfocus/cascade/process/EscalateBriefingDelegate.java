package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.UnblockBriefingProcess.ANYBODY_TO_ASK;
import static com.customerfocus.cascade.process.UnblockBriefingProcess.ESCALATION_ID;
import static com.customerfocus.cascade.process.UnblockBriefingProcess.OVERDUE_NAME;
import static com.customerfocus.cascade.process.UnblockBriefingProcess.OVERDUE_TEXT;
import static com.customerfocus.cascade.process.UnblockBriefingProcess.PASS_UP_AT;
import static com.customerfocus.cascade.process.UnblockBriefingProcess.UNBLOCKER_ID;
import static com.customerfocus.cascade.process.UnblockBriefingProcess.UNBLOCKING;
import static com.customerfocus.cascade.process.UnblockBriefingProcess.UNBLOCK_BY;

import com.customerfocus.cascade.EscalationService;
import com.customerfocus.cascade.Unblocker;
import com.customerfocus.engine.BusinessKey;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out which manager is to unblock the overdue briefing. */
@Component
class EscalateBriefingDelegate implements JavaDelegate {

  private static final Map<String, Object> NOBODY = Map.of(ANYBODY_TO_ASK.name(), false);

  private final EscalationService escalations;

  EscalateBriefingDelegate(EscalationService escalations) {
    this.escalations = escalations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var unblocker = escalations.escalate(BusinessKey.of(execution));
    execution.setVariables(unblocker.map(EscalateBriefingDelegate::task).orElse(NOBODY));
  }

  private static Map<String, Object> task(Unblocker unblocker) {
    var variables = new HashMap<String, Object>();
    ANYBODY_TO_ASK.put(variables, true);
    ESCALATION_ID.put(variables, unblocker.escalationId());
    UNBLOCKER_ID.put(variables, unblocker.managerId());
    UNBLOCK_BY.put(variables, Date.from(unblocker.answerBy()));
    PASS_UP_AT.put(variables, Date.from(unblocker.passUpAt()));
    OVERDUE_NAME.put(variables, unblocker.overdueName());
    OVERDUE_TEXT.putReference(variables, CascadeReferences.overdue(unblocker.escalationId()));
    UNBLOCKING.putReference(
        variables, CascadeReferences.unblockingFields(unblocker.escalationId()));
    return variables;
  }
}
