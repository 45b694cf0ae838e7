package com.customerfocus.cascade.escalation.process;

import com.customerfocus.cascade.escalation.EscalationWorkflow;
import com.customerfocus.engine.Instances;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the engine which briefings are overdue. */
@Component
class CamundaEscalationWorkflow implements EscalationWorkflow {

  private final Instances instances;

  CamundaEscalationWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void briefingsOverdue(Collection<Long> briefingIds) {
    briefingIds.forEach(
        id -> instances.start(UnblockBriefingProcess.MESSAGE_OVERDUE, id, Map.of()));
  }

  @Override
  public void overdueBriefingHeld(long briefingId) {
    instances.correlate(UnblockBriefingProcess.MESSAGE_HELD, briefingId);
  }
}
