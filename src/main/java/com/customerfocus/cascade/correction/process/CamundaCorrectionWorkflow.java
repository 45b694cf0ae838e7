package com.customerfocus.cascade.correction.process;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.correction.CorrectionWorkflow;
import com.customerfocus.cascade.process.CascadeReferences;
import com.customerfocus.cascade.process.MemoCascadeProcess;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to corrections. */
@Component
class CamundaCorrectionWorkflow implements CorrectionWorkflow {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;

  CamundaCorrectionWorkflow(
      RuntimeService runtime, TaskService tasks, ManagementService management) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
  }

  @Override
  public boolean correctionBegun(Cascade cascade) {
    if (!running(MemoCorrectionProcess.KEY, cascade.id()).isEmpty()) {
      return false;
    }
    var variables = new HashMap<String, Object>();
    MemoCorrectionProcess.CASCADE_TITLE.put(variables, cascade.title());
    MemoCorrectionProcess.LAUNCHER_ID.put(variables, cascade.launchedBy());
    MemoCorrectionProcess.CORRECTION.putReference(
        variables, CascadeReferences.correctionFields(cascade.id()));
    MemoCorrectionProcess.CORRECTION_TEXT.putReference(
        variables, CascadeReferences.correction(cascade.id()));
    runtime.startProcessInstanceByMessage(
        MemoCorrectionProcess.MESSAGE_CORRECTION_BEGUN, String.valueOf(cascade.id()), variables);
    return true;
  }

  @Override
  public void correctionsEnded(long cascadeId) {
    end(running(MemoCorrectionProcess.KEY, cascadeId), "The cascade is over");
  }

  @Override
  public void memoCorrected(long cascadeId, String title, Instant closesAt) {
    var date = Date.from(closesAt);
    for (var memo : running(MemoCascadeProcess.KEY, cascadeId)) {
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
          end(running(ChangeBriefingProcess.KEY, briefing.id()), "The memo has changed again");
          runtime.startProcessInstanceByMessage(
              ChangeBriefingProcess.MESSAGE_MEMO_CHANGED,
              String.valueOf(briefing.id()),
              startVariables(briefing));
        });
  }

  private static Map<String, Object> startVariables(TeamBriefing briefing) {
    var variables = new HashMap<String, Object>();
    ChangeBriefingProcess.CASCADE_TITLE.put(variables, briefing.title());
    ChangeBriefingProcess.MANAGER_ID.put(
        variables, Objects.requireNonNullElse(briefing.heldBy(), briefing.managerId()));
    ChangeBriefingProcess.BRIEF_BY.put(variables, Date.from(briefing.due()));
    ChangeBriefingProcess.CHANGE_TEXT.putReference(
        variables, CascadeReferences.change(briefing.id()));
    ChangeBriefingProcess.CHANGE.putReference(
        variables, CascadeReferences.changeFields(briefing.id()));
    return variables;
  }

  private List<ProcessInstance> running(String process, long about) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(process)
        .processInstanceBusinessKey(String.valueOf(about))
        .list();
  }

  private void end(List<ProcessInstance> instances, String why) {
    if (!instances.isEmpty()) {
      runtime.deleteProcessInstancesIfExists(
          instances.stream().map(ProcessInstance::getId).toList(), why, true, true, false);
    }
  }
}
