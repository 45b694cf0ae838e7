package com.customerfocus.engine.task;

import com.customerfocus.engine.task.SubstituteResolver.ActingPerson;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Gives each new user task to the substitute of its assignee, if there is one. The assignee becomes
 * the task's owner, and name and description say so. Runs after the model's listeners, which set
 * the name.
 *
 * <p>A task with the extension property {@code deputy = never} stays with its assignee, such as the
 * task to report being back.
 */
public class TaskRouter extends AbstractBpmnParseListener implements TaskListener {

  /** Task variable of a task with a substitute: id of the person in charge. */
  private static final String PERSON = "personInCharge";

  /** Task variable: the sentence put in front of the description. */
  private static final String WHY = "whyActing";

  private final ObjectProvider<SubstituteResolver> standIns;

  public TaskRouter(ObjectProvider<SubstituteResolver> standIns) {
    this.standIns = standIns;
  }

  @Override
  public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
    if (ExtensionProperty.of(task, "deputy").filter("never"::equals).isEmpty()) {
      var definition =
          ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      definition.addTaskListener(TaskListener.EVENTNAME_CREATE, this);
    }
  }

  @Override
  public void notify(DelegateTask task) {
    if (task.getAssignee() != null) {
      var acting =
          standIns.getObject().actingFor(List.of(task.getAssignee())).get(task.getAssignee());
      if (acting != null) {
        route((TaskEntity) task, acting);
      }
    }
  }

  /** Whether tasks of this kind go to substitutes. */
  static boolean goesToDeputies(TaskDefinition definition) {
    var listeners = definition.getTaskListenersForEvent(TaskListener.EVENTNAME_CREATE);
    return listeners != null && listeners.stream().anyMatch(TaskRouter.class::isInstance);
  }

  /** Id of the person in charge, also while a substitute has the task. */
  static String personInCharge(TaskEntity task) {
    return isActedFor(task) ? (String) task.getVariableLocal(PERSON) : task.getAssignee();
  }

  /** Whether a substitute has it. Processes set owners, too; only then is it worth a query. */
  private static boolean isActedFor(TaskEntity task) {
    return task.getOwner() != null && task.hasVariableLocal(PERSON);
  }

  /**
   * Gives the task to the substitute of the person in charge.
   *
   * @param acting null when the person in charge is present
   * @return whether the task has changed
   */
  static boolean route(TaskEntity task, ActingPerson acting) {
    if (acting == null) {
      return giveBack(task);
    }
    if (acting.id() == null || isWith(acting, task)) {
      return false;
    }
    var person = personInCharge(task);
    plainText(task).forPersonInCharge(acting).writeTo(task);
    task.setOwner(person);
    task.setAssignee(acting.id());
    task.setVariableLocal(PERSON, person);
    task.setVariableLocal(WHY, acting.why());
    return true;
  }

  private static boolean isWith(ActingPerson acting, TaskEntity task) {
    return acting.id().equals(task.getAssignee())
        && isActedFor(task)
        && acting.why().equals(task.getVariableLocal(WHY));
  }

  /** Gives the task back to the person in charge; returns whether a substitute had it. */
  static boolean giveBack(TaskEntity task) {
    if (!isActedFor(task)) {
      return false;
    }
    plainText(task).writeTo(task);
    task.setAssignee(personInCharge(task));
    task.setOwner(null);
    task.removeVariableLocal(PERSON);
    task.removeVariableLocal(WHY);
    return true;
  }

  /** Name and description without the substitute's additions. */
  private static TaskText plainText(TaskEntity task) {
    var text = new TaskText(task.getName(), task.getDescription());
    return isActedFor(task) ? text.without((String) task.getVariableLocal(WHY)) : text;
  }
}
