package com.customerfocus.engine.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Lets a person open tasks that others have, such as late work. The extension property {@code
 * overseer} of a user task names the variable that holds the employee id, or null. What such a
 * person may do with the task is decided by {@link TaskOverseers}.
 */
public class TaskOverseer extends AbstractBpmnParseListener {

  @Override
  public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
    var definition =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    ExtensionProperty.of(task, "overseer")
        .ifPresent(
            variable ->
                definition.addTaskListener(
                    TaskListener.EVENTNAME_CREATE, created -> add(created, variable)));
  }

  private static void add(DelegateTask task, String variable) {
    var overseer = task.getExecution().getVariable(variable);
    // What a group has, its members take; a person who only oversees it could not give it back.
    if (overseer != null && task.getAssignee() != null) {
      task.addCandidateUser(overseer.toString());
    }
  }
}
