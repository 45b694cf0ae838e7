package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.REQUEST;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.REQUESTER_ID;

import com.customerfocus.engine.Instances;
import com.customerfocus.engine.decision.Decisions;
import com.customerfocus.handoff.HandoffRequest;
import com.customerfocus.handoff.HandoffTargets;
import com.customerfocus.handoff.HandoffWorkflow;
import com.customerfocus.handoff.Priority;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a handoff, and asks it for targets. */
@Component
class CamundaHandoffWorkflow implements HandoffWorkflow {

  private static final String TABLE = "handoff-clocks";

  private final Instances instances;
  private final Decisions tables;

  CamundaHandoffWorkflow(Instances instances, Decisions tables) {
    this.instances = instances;
    this.tables = tables;
  }

  @Override
  public HandoffTargets targets(String partnerDepartment, Priority priority, String tier) {
    var inputs = new HashMap<String, Object>();
    inputs.put("partnerDepartment", partnerDepartment);
    inputs.put("priority", priority.name());
    inputs.put("customerTier", tier);
    var found = tables.decide(TABLE, inputs);
    return new HandoffTargets(
        found.text("timeToOwn"),
        found.text("timeToDeliver"),
        found.text("timeToAnswer"),
        "%d: %s".formatted(found.version(), found.text("row")));
  }

  @Override
  public long request(HandoffRequest request, String requester) {
    var variables = new HashMap<String, Object>();
    REQUEST.put(variables, request);
    REQUESTER_ID.put(variables, requester);
    return instances.startNew(PartnerHandoffProcess.KEY, variables);
  }
}
