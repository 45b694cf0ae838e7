package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.ACCEPT_HANDOFF;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.ANSWER_PARTNER;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.CHOOSE_ANOTHER_WAY;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.DUE_AT;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.REQUEST;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.REQUESTER_ID;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.SUBJECT;

import com.customerfocus.access.Groups;
import com.customerfocus.engine.Instances;
import com.customerfocus.engine.Instances.GroupTask;
import com.customerfocus.engine.decision.Decisions;
import com.customerfocus.handoff.HandoffCourse;
import com.customerfocus.handoff.HandoffRequest;
import com.customerfocus.handoff.HandoffTargets;
import com.customerfocus.handoff.HandoffWorkflow;
import com.customerfocus.handoff.Priority;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a handoff, and asks it for targets. */
@Component
class CamundaHandoffWorkflow implements HandoffWorkflow {

  /** The tasks that are due when a clock is. */
  private static final List<String> OF_TURNS =
      List.of(ACCEPT_HANDOFF, ANSWER_PARTNER, CHOOSE_ANOTHER_WAY, AGREE_ON_DATE);

  private static final String TABLE = "handoff-clocks";

  private final Instances instances;
  private final Decisions tables;
  private final RuntimeService runtime;

  CamundaHandoffWorkflow(Instances instances, Decisions tables, RuntimeService runtime) {
    this.instances = instances;
    this.tables = tables;
    this.runtime = runtime;
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

  @Override
  public void moved(Collection<Moved> handoffs) {
    instances.handToGroups(
        PartnerHandoffProcess.KEY,
        handoffs.stream()
            .collect(
                Collectors.toMap(
                    Moved::id,
                    it ->
                        new GroupTask(
                            Groups.DEPARTMENT_PREFIX + it.partnerDepartment(), it.holderId()))),
        PartnerHandoffProcess.PARTNER_GROUP,
        PartnerHandoffProcess.HOLDER_ID,
        Set.of(PartnerHandoffProcess.ACCEPT_HANDOFF, PartnerHandoffProcess.DELIVER));
  }

  @Override
  public void dueChanged(HandoffCourse course) {
    instances.running(course.handoff().id(), PartnerHandoffProcess.KEY).stream()
        .map(ProcessInstance::getId)
        .forEach(instance -> dueChanged(instance, course));
  }

  private void dueChanged(String instance, HandoffCourse course) {
    var before = (String) runtime.getVariable(instance, SUBJECT.name());
    var due = course.dueAt() == null ? null : Date.from(course.dueAt());
    runtime.setVariable(instance, SUBJECT.name(), course.subject());
    runtime.setVariable(instance, DUE_AT.name(), due);
    for (var element : OF_TURNS) {
      instances.change(
          instances.tasks(course.handoff().id(), PartnerHandoffProcess.KEY, element),
          task -> {
            task.setDueDate(due);
            task.setName(task.getName().replace(before, course.subject()));
          });
    }
  }
}
