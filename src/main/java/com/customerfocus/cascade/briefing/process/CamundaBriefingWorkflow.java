package com.customerfocus.cascade.briefing.process;

import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BRIEFING;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BRIEF_BY;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BRIEF_TEAM;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.CASCADE_TITLE;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.MANAGER_ID;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.MEMO_TEXT;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.MESSAGE_MEMO_ARRIVED;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.MESSAGE_TEAM_ACKNOWLEDGED;

import com.customerfocus.cascade.briefing.BriefingProcess;
import com.customerfocus.cascade.briefing.BriefingWorkflow;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.engine.Instances;
import com.customerfocus.engine.task.TaskText;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to team briefings. */
@Component
class CamundaBriefingWorkflow implements BriefingWorkflow {

  private final Instances instances;
  private final List<BriefingProcess> processes;

  CamundaBriefingWorkflow(Instances instances, List<BriefingProcess> processes) {
    this.instances = instances;
    this.processes = processes;
  }

  @Override
  public void briefingsDue(List<TeamBriefing> briefings) {
    briefings.forEach(
        briefing -> instances.start(MESSAGE_MEMO_ARRIVED, briefing.id(), startVariables(briefing)));
  }

  private static Map<String, Object> startVariables(TeamBriefing briefing) {
    var variables = new HashMap<String, Object>();
    CASCADE_TITLE.put(variables, briefing.title());
    MANAGER_ID.put(variables, briefing.managerId());
    BRIEF_BY.put(variables, Date.from(briefing.due()));
    MEMO_TEXT.putReference(variables, BriefingReferences.MEMO.of(briefing.id()));
    BRIEFING.putReference(variables, BriefingReferences.FIELDS.of(briefing.id()));
    return variables;
  }

  @Override
  public void teamHandedTo(long briefingId, String personId) {
    var handed = processes.stream().filter(process -> !process.tasks().isEmpty()).toList();
    instances.handOver(
        briefingId,
        handed.stream().map(BriefingProcess::key).toList(),
        MANAGER_ID,
        handed.stream().flatMap(process -> process.tasks().stream()).toList(),
        personId);
  }

  @Override
  public void briefingTakenOver(
      long briefingId, String personId, String managerName, Instant due, String why) {
    instances.handOver(
        openTasks(briefingId),
        MANAGER_ID,
        personId,
        task -> {
          putOff(task, due, why);
          task.setName(TaskText.inPlaceOf(managerName, task.getName()));
        });
  }

  @Override
  public void briefingPutOff(long briefingId, Instant due, String why) {
    instances.change(openTasks(briefingId), task -> putOff(task, due, why));
  }

  private static void putOff(Task task, Instant due, String why) {
    task.setDueDate(Date.from(due));
    task.setDescription(why);
  }

  private List<Task> openTasks(long briefingId) {
    return instances.tasks(briefingId, TeamBriefingProcess.KEY, BRIEF_TEAM);
  }

  @Override
  public Map<Long, String> assignees(Collection<Long> briefingIds) {
    return instances.assignees(briefingIds, BRIEF_TEAM);
  }

  @Override
  public void teamAcknowledged(long briefingId) {
    instances.correlate(MESSAGE_TEAM_ACKNOWLEDGED, briefingId);
  }

  @Override
  public void briefingsEnded(Collection<Long> briefingIds) {
    var keys = processes.stream().map(BriefingProcess::key).toArray(String[]::new);
    instances.end(briefingIds, "The cascade is over", keys);
  }
}
