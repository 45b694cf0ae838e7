package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.REQUEST;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.REQUESTER_ID;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.TASKS;

import com.customerfocus.access.Groups;
import com.customerfocus.engine.Instances;
import com.customerfocus.engine.Instances.GroupTask;
import com.customerfocus.engine.decision.Decisions;
import com.customerfocus.engine.decision.Decisions.Decided;
import com.customerfocus.engine.task.TaskText;
import com.customerfocus.handoff.HandoffCourse;
import com.customerfocus.handoff.HandoffRequest;
import com.customerfocus.handoff.HandoffTargets;
import com.customerfocus.handoff.HandoffWorkflow;
import com.customerfocus.handoff.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a handoff, and asks it for targets. */
@Component
class CamundaHandoffWorkflow implements HandoffWorkflow {

  private static final String TABLE = "handoff-clocks";
  private static final Set<String> PARTNERS_TASKS =
      Set.of(PartnerHandoffProcess.ACCEPT_HANDOFF, PartnerHandoffProcess.DELIVER);

  private final Instances instances;
  private final Decisions tables;

  CamundaHandoffWorkflow(Instances instances, Decisions tables) {
    this.instances = instances;
    this.tables = tables;
  }

  @Override
  public HandoffTargets targets(String partnerDepartment, Priority priority, String tier) {
    return targets(tables.decide(TABLE, inputs(partnerDepartment, priority, tier)));
  }

  @Override
  public List<HandoffTargets> usualTargets(List<String> partnerDepartments) {
    var inputs = partnerDepartments.stream().map(it -> inputs(it, Priority.NORMAL, null)).toList();
    return tables.decideAll(TABLE, inputs).stream().map(CamundaHandoffWorkflow::targets).toList();
  }

  private static Map<String, Object> inputs(String department, Priority priority, String tier) {
    var inputs = new HashMap<String, Object>();
    inputs.put("partnerDepartment", department);
    inputs.put("priority", priority.name());
    inputs.put("customerTier", tier);
    return inputs;
  }

  private static HandoffTargets targets(Decided found) {
    return new HandoffTargets(
        found.text("timeToOwn"),
        found.text("timeToDeliver"),
        found.text("timeToAnswer"),
        "%d: %s".formatted(found.version(), found.text("row")));
  }

  @Override
  public void dueChanged(HandoffCourse course) {
    var handoff = course.handoff();
    rename(handoff.id(), TASKS.get(handoff.state()), course.subject(), course.dueAt());
  }

  @Override
  public void expectationChanged(HandoffCourse course) {
    var handoff = course.handoff();
    rename(
        handoff.id(),
        PartnerHandoffProcess.FOLLOW_HANDOFF,
        course.waitsFor(),
        handoff.expectedAt());
  }

  private void rename(long id, String element, String subject, Instant due) {
    instances.change(
        instances.tasks(id, PartnerHandoffProcess.KEY, element),
        task -> {
          task.setDueDate(Date.from(due));
          task.setName(TaskText.withSubject(task.getName(), subject));
        });
  }

  @Override
  public void newDateObsolete(long id) {
    instances.cancel(id, PartnerHandoffProcess.KEY, PartnerHandoffProcess.AGREE_ON_NEW_DATE);
  }

  @Override
  public void overseenBy(long id, String personId) {
    instances.oversee(
        id,
        PartnerHandoffProcess.KEY,
        PartnerHandoffProcess.DELIVER,
        PartnerHandoffProcess.OVERSEER_ID,
        personId);
  }

  @Override
  public Optional<String> hasRequest(long id) {
    return instances
        .tasks(id, PartnerHandoffProcess.KEY, PartnerHandoffProcess.ACCEPT_HANDOFF)
        .stream()
        .map(Task::getAssignee)
        .filter(Objects::nonNull)
        .findFirst();
  }

  @Override
  public long request(HandoffRequest request, String requester) {
    var variables = new HashMap<String, Object>();
    REQUEST.put(variables, request);
    REQUESTER_ID.put(variables, requester);
    return instances.startNew(PartnerHandoffProcess.KEY, variables);
  }

  @Override
  public void standInsChanged(Collection<StandIn> changes) {
    instances.changeStandIns(
        PartnerHandoffProcess.KEY,
        changes.stream()
            .collect(
                Collectors.toMap(
                    StandIn::id, it -> new Instances.StandIn(it.formerId(), it.personId()))),
        PARTNERS_TASKS);
  }

  @Override
  public Map<Long, String> tasksOf(Collection<String> people) {
    return instances.inCharge(PartnerHandoffProcess.KEY, PARTNERS_TASKS, people);
  }

  /** Each step reads the requester anew, so that later tasks are theirs without a variable. */
  @Override
  public void requestersChanged(Map<Long, String> people) {
    instances.handToPeople(
        PartnerHandoffProcess.KEY, people, PartnerHandoffProcess.TASKS_OF_REQUESTER);
  }

  @Override
  public void moved(Collection<Moved> handoffs) {
    instances.handToGroups(
        PartnerHandoffProcess.KEY,
        handoffs.stream().collect(Collectors.toMap(Moved::id, CamundaHandoffWorkflow::to)),
        PARTNERS_TASKS,
        Set.of(PartnerHandoffProcess.FOLLOW_HANDOFF));
  }

  private static GroupTask to(Moved handoff) {
    var group = Groups.DEPARTMENT_PREFIX + handoff.partnerDepartment();
    var variables = new HashMap<String, Object>();
    PartnerHandoffProcess.PARTNER_GROUP.put(variables, group);
    PartnerHandoffProcess.HOLDER_ID.put(variables, handoff.holderId());
    PartnerHandoffProcess.OVERSEER_ID.put(variables, null);
    var waitsFor = handoff.waitsFor();
    if (waitsFor != null) {
      PartnerHandoffProcess.TITLE.put(variables, waitsFor);
    }
    return new GroupTask(
        group,
        handoff.formerId(),
        handoff.holderId(),
        variables,
        task ->
            task.setName(
                waitsFor == null
                    ? task.getName()
                    : TaskText.withSubject(task.getName(), waitsFor)));
  }
}
