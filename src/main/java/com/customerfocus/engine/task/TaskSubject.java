package com.customerfocus.engine.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Names tasks by what they are about, such as "Brief the team: New opening hours". The extension
 * property {@code subject} of a user task names the variable that says it.
 */
public class TaskSubject extends AbstractBpmnParseListener {

  @Override
  public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
    var definition =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    ExtensionProperty.of(task, "subject")
        .ifPresent(
            variable ->
                definition.addTaskListener(
                    TaskListener.EVENTNAME_CREATE, created -> name(created, variable)));
  }

  private static void name(DelegateTask task, String variable) {
    var subject = task.getExecution().getVariable(variable);
    if (subject != null) {
      task.setName(TaskText.withSubject(task.getName(), subject.toString()));
    }
  }
}
