package com.customerfocus.engine.task;

import com.customerfocus.access.Groups;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Records why a person has a task that the model assigns to another: as substitute, or because an
 * administrator assigned it. Passes this to the steps after the task.
 */
public class TaskHandover extends AbstractBpmnParseListener implements TaskListener {

  /** Task variable: an administrator assigned the task. */
  private static final String GIVEN = "givenByAdministrator";

  /** Transient variables for the steps after a task. */
  private static final String ACTS_FOR = "actorActsFor";

  private static final String ENTRUSTED = "actorIsEntrusted";

  @Override
  public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
    var definition =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    definition.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this);
    definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, this);
  }

  @Override
  public void notify(DelegateTask task) {
    if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())) {
      passOn((TaskEntity) task);
    } else {
      remember((TaskEntity) task);
    }
  }

  private static void remember(TaskEntity task) {
    var context = Context.getCommandContext();
    var login = context.getAuthentication();
    if (login == null || context.getDbEntityManager().getDbEntityCache().isTransient(task)) {
      // A routed task keeps the mark; a new task's assignee comes from the model.
      return;
    }
    if (Groups.includeAdministrators(login.getGroupIds())) {
      task.setVariableLocal(GIVEN, true);
    } else {
      task.removeVariableLocal(GIVEN);
    }
  }

  private static void passOn(TaskEntity task) {
    var person = TaskRouter.personInCharge(task);
    if (person != null && !person.equals(task.getAssignee())) {
      task.getExecution().setVariable(ACTS_FOR, Variables.stringValue(person, true));
    }
    if (Boolean.TRUE.equals(task.getVariableLocal(GIVEN))) {
      task.getExecution().setVariable(ENTRUSTED, Variables.booleanValue(true, true));
    }
  }

  /** Employee id of the person in charge for whom a substitute completed the task, or null. */
  public static String actsFor(VariableScope scope) {
    return transientValue(scope, ACTS_FOR) instanceof String person ? person : null;
  }

  public static boolean isEntrusted(VariableScope scope) {
    return Boolean.TRUE.equals(transientValue(scope, ENTRUSTED));
  }

  /** Transient variables only: a stored variable of the same name was not set by this class. */
  private static Object transientValue(VariableScope scope, String name) {
    var value = scope.getVariableTyped(name);
    return value == null || !value.isTransient() ? null : value.getValue();
  }
}
