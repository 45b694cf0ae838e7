package com.customerfocus.cascade.correction.process;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.correction.CorrectionWorkflow;
import com.customerfocus.cascade.process.MemoCascadeProcess;
import com.customerfocus.engine.Instances;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to corrections. */
@Component
class CamundaCorrectionWorkflow implements CorrectionWorkflow {

  private final Instances instances;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;

  CamundaCorrectionWorkflow(
      Instances instances,
      RuntimeService runtime,
      TaskService tasks,
      ManagementService management) {
    this.instances = instances;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
  }

  @Override
  public boolean correctionBegun(Cascade cascade) {
    if (instances.isRunning(cascade.id(), MemoCorrectionProcess.KEY)) {
      return false;
    }
    var variables = new HashMap<String, Object>();
    MemoCorrectionProcess.CASCADE_TITLE.put(variables, cascade.title());
    MemoCorrectionProcess.LAUNCHER_ID.put(variables, cascade.launchedBy());
    MemoCorrectionProcess.CORRECTION.putReference(
        variables, CorrectionReferences.CORRECTION_FIELDS.of(cascade.id()));
    MemoCorrectionProcess.CORRECTION_TEXT.putReference(
        variables, CorrectionReferences.CORRECTION.of(cascade.id()));
    instances.start(MemoCorrectionProcess.MESSAGE_CORRECTION_BEGUN, cascade.id(), variables);
    return true;
  }

  @Override
  public void correctionsEnded(long cascadeId) {
    instances.end(List.of(cascadeId), "The cascade is over", MemoCorrectionProcess.KEY);
  }

  @Override
  public void memoCorrected(long cascadeId, String title, Instant closesAt) {
    var date = Date.from(closesAt);
    for (var memo : instances.running(cascadeId, MemoCascadeProcess.KEY)) {
      var instance = memo.getId();
      var before = (String) runtime.getVariable(instance, MemoCascadeProcess.CASCADE_TITLE.name());
      runtime.setVariable(instance, MemoCascadeProcess.CASCADE_TITLE.name(), title);
      runtime.setVariable(instance, MemoCascadeProcess.CLOSES_AT.name(), date);
      tasks
          .createTaskQuery()
          .processInstanceId(instance)
          .taskDefinitionKey(MemoCascadeProcess.FOLLOW_CASCADE)
          .list()
          .forEach(
              task -> {
                task.setName(task.getName().replace(before, title));
                task.setDueDate(date);
                tasks.saveTask(task);
              });
      management
          .createJobQuery()
          .processInstanceId(instance)
          .activityId(MemoCascadeProcess.CLOSING_DATE_COME)
          .list()
          .forEach(timer -> management.setJobDuedate(timer.getId(), date));
    }
  }

  @Override
  public void changesDue(List<TeamBriefing> briefings) {
    briefings.forEach(
        briefing -> {
          instances.end(
              List.of(briefing.id()), "The memo has changed again", ChangeBriefingProcess.KEY);
          instances.start(
              ChangeBriefingProcess.MESSAGE_MEMO_CHANGED, briefing.id(), startVariables(briefing));
        });
  }

  private static Map<String, Object> startVariables(TeamBriefing briefing) {
    var variables = new HashMap<String, Object>();
    ChangeBriefingProcess.CASCADE_TITLE.put(variables, briefing.title());
    ChangeBriefingProcess.MANAGER_ID.put(
        variables, Objects.requireNonNullElse(briefing.heldBy(), briefing.managerId()));
    ChangeBriefingProcess.BRIEF_BY.put(variables, Date.from(briefing.due()));
    ChangeBriefingProcess.CHANGE_TEXT.putReference(
        variables, CorrectionReferences.CHANGE.of(briefing.id()));
    ChangeBriefingProcess.CHANGE.putReference(
        variables, CorrectionReferences.CHANGE_FIELDS.of(briefing.id()));
    return variables;
  }
}
