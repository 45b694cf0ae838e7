package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BRIEFING;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BRIEF_BY;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BRIEF_TEAM;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.CASCADE_TITLE;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.MANAGER_ID;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.MEMO_TEXT;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.MESSAGE_MEMO_ARRIVED;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.MESSAGE_TEAM_ANSWERED;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.MESSAGE_HELD;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.MESSAGE_OVERDUE;
import static com.customerfocus.cascade.process.MemoCascadeProcess.MESSAGE_AUDIENCE_REACHED;

import com.customerfocus.cascade.CascadeWorkflow;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.briefing.process.TeamBriefingProcess;
import com.customerfocus.cascade.correction.process.ChangeBriefingProcess;
import com.customerfocus.cascade.escalation.Escalation.Participant;
import com.customerfocus.cascade.escalation.process.UnblockBriefingProcess;
import com.customerfocus.cascade.reminder.FollowUpAssignment;
import com.customerfocus.cascade.reminder.process.TeamFollowUpProcess;
import com.customerfocus.engine.task.TaskRouting;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a cascade. */
@Component
class CamundaCascadeWorkflow implements CascadeWorkflow {

  /** Of a task, in the engine's table. */
  private static final int LONGEST_NAME = 255;

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TaskRouting routing;

  CamundaCascadeWorkflow(RuntimeService runtime, TaskService tasks, TaskRouting routing) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.routing = routing;
  }

  @Override
  public void briefingsDue(List<TeamBriefing> briefings) {
    briefings.forEach(
        briefing ->
            runtime.startProcessInstanceByMessage(
                MESSAGE_MEMO_ARRIVED, String.valueOf(briefing.id()), startVariables(briefing)));
  }

  private static Map<String, Object> startVariables(TeamBriefing briefing) {
    var variables = new HashMap<String, Object>();
    CASCADE_TITLE.put(variables, briefing.title());
    MANAGER_ID.put(variables, briefing.managerId());
    BRIEF_BY.put(variables, Date.from(briefing.due()));
    MEMO_TEXT.putReference(variables, CascadeReferences.briefing(briefing.id()));
    BRIEFING.putReference(variables, CascadeReferences.briefingFields(briefing.id()));
    return variables;
  }

  @Override
  public void teamHandedTo(long briefingId, String personId) {
    var key = String.valueOf(briefingId);
    runtime
        .createProcessInstanceQuery()
        .processDefinitionKeyIn(
            TeamBriefingProcess.KEY, TeamFollowUpProcess.KEY, ChangeBriefingProcess.KEY)
        .processInstanceBusinessKey(key)
        .list()
        .forEach(instance -> runtime.setVariable(instance.getId(), MANAGER_ID.name(), personId));
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key)
        .taskDefinitionKeyIn(
            BRIEF_TEAM, TeamFollowUpProcess.FOLLOW_UP_TEAM, ChangeBriefingProcess.BRIEF_CHANGE)
        .list()
        .forEach(task -> routing.handTo(task.getId(), personId));
  }

  @Override
  public void briefingsOverdue(Collection<Long> briefingIds) {
    briefingIds.forEach(
        id -> runtime.startProcessInstanceByMessage(MESSAGE_OVERDUE, String.valueOf(id)));
  }

  @Override
  public void overdueBriefingHeld(long briefingId) {
    tell(MESSAGE_HELD, briefingId);
  }

  @Override
  public void briefingTakenOver(
      long briefingId, String personId, Participant manager, Instant due, String why) {
    for (var task : openTasks(briefingId)) {
      runtime.setVariable(task.getProcessInstanceId(), MANAGER_ID.name(), personId);
      routing.handTo(
          task.getId(),
          personId,
          taken -> {
            putOff(taken, due, why);
            taken.setName(inPlaceOf(manager, taken.getName()));
          });
    }
  }

  private static String inPlaceOf(Participant manager, String name) {
    var word = " (for %s)".formatted(manager.name());
    var named = name.endsWith(word) ? name : name + word;
    return named.length() <= LONGEST_NAME ? named : named.substring(0, LONGEST_NAME);
  }

  @Override
  public void briefingPutOff(long briefingId, Instant due, String why) {
    openTasks(briefingId)
        .forEach(open -> routing.change(open.getId(), task -> putOff(task, due, why)));
  }

  private static void putOff(Task task, Instant due, String why) {
    task.setDueDate(Date.from(due));
    task.setDescription(why);
  }

  @Override
  public Set<String> assignees(long briefingId) {
    return openTasks(briefingId).stream()
        .map(Task::getAssignee)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private List<Task> openTasks(long briefingId) {
    return tasks
        .createTaskQuery()
        .processDefinitionKey(TeamBriefingProcess.KEY)
        .processInstanceBusinessKey(String.valueOf(briefingId))
        .taskDefinitionKey(BRIEF_TEAM)
        .list();
  }

  @Override
  public void teamAnswered(long briefingId) {
    tell(MESSAGE_TEAM_ANSWERED, briefingId);
  }

  @Override
  public void teamsLate(List<FollowUpAssignment> teams) {
    teams.stream()
        .filter(team -> !isFollowedUp(team))
        .forEach(
            team ->
                runtime.startProcessInstanceByMessage(
                    TeamFollowUpProcess.MESSAGE_TEAM_LATE,
                    String.valueOf(team.briefingId()),
                    startVariables(team)));
  }

  /** Whether the manager has the list already. */
  private boolean isFollowedUp(FollowUpAssignment team) {
    return runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(TeamFollowUpProcess.KEY)
            .processInstanceBusinessKey(String.valueOf(team.briefingId()))
            .count()
        > 0;
  }

  @Override
  public Map<Long, String> assigneesByBriefing(Collection<Long> briefingIds) {
    var keys = briefingIds.stream().map(String::valueOf).toArray(String[]::new);
    var open =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKeyIn(keys)
            .taskDefinitionKeyIn(BRIEF_TEAM, TeamFollowUpProcess.FOLLOW_UP_TEAM)
            .taskAssigned()
            .list()
            .stream()
            .collect(Collectors.toMap(Task::getProcessInstanceId, Task::getAssignee));
    return open.isEmpty()
        ? Map.of()
        : runtime.createProcessInstanceQuery().processInstanceIds(open.keySet()).list().stream()
            .collect(
                Collectors.toMap(
                    instance -> Long.valueOf(instance.getBusinessKey()),
                    instance -> open.get(instance.getId())));
  }

  private static Map<String, Object> startVariables(FollowUpAssignment team) {
    var variables = new HashMap<String, Object>();
    TeamFollowUpProcess.CASCADE_TITLE.put(variables, team.title());
    TeamFollowUpProcess.MANAGER_ID.put(variables, team.managerId());
    TeamFollowUpProcess.FOLLOW_UP_BY.put(variables, Date.from(team.followUpBy()));
    TeamFollowUpProcess.TEAM_TEXT.putReference(
        variables, CascadeReferences.lateTeam(team.briefingId()));
    TeamFollowUpProcess.FOLLOW_UP.putReference(
        variables, CascadeReferences.followUpFields(team.briefingId()));
    return variables;
  }

  @Override
  public void audienceReached(long cascadeId) {
    tell(MESSAGE_AUDIENCE_REACHED, cascadeId);
  }

  /**
   * Tells the instance that is about this. An administrator may have ended it in Cockpit; what
   * people did is on record all the same.
   */
  private void tell(String message, long about) {
    runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(String.valueOf(about))
        .correlateAll();
  }

  @Override
  public void briefingsEnded(Collection<Long> briefingIds) {
    var instances =
        briefingIds.stream()
            .flatMap(
                id ->
                    runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKeyIn(
                            TeamBriefingProcess.KEY,
                            UnblockBriefingProcess.KEY,
                            TeamFollowUpProcess.KEY,
                            ChangeBriefingProcess.KEY)
                        .processInstanceBusinessKey(String.valueOf(id))
                        .list()
                        .stream())
            .map(ProcessInstance::getId)
            .toList();
    if (!instances.isEmpty()) {
      runtime.deleteProcessInstancesIfExists(instances, "The cascade is over", true, true, false);
    }
  }
}
