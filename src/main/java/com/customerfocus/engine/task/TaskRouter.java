package com.customerfocus.engine.task;

import com.customerfocus.engine.task.SubstituteResolver.StandIn;
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
 * Gives each user task, when it is made, to who acts for its assignee. The assignee becomes the
 * task's owner then, and the task says so in name and description. It comes after the listeners of
 * the model, so that it finds the name they gave.
 *
 * <p>A task with the extension property {@code deputy = never} is its assignee's own business, such
 * as saying that one is back; it stays.
 */
public class TaskRouter extends AbstractBpmnParseListener implements TaskListener {

  /** Of a task that a stand-in has: id of the person in charge. */
  private static final String PERSON = "personInCharge";

  /** Of such a task: what its description says first. */
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

  /** Whether tasks of this kind go to deputies. */
  static boolean goesToDeputies(TaskDefinition definition) {
    var listeners = definition.getTaskListenersForEvent(TaskListener.EVENTNAME_CREATE);
    return listeners != null && listeners.stream().anyMatch(TaskRouter.class::isInstance);
  }

  /** Id of the person whose task it is, whoever does it. */
  static String personInCharge(TaskEntity task) {
    return isActedFor(task) ? (String) task.getVariableLocal(PERSON) : task.getAssignee();
  }

  /** Whether a stand-in has it. Processes, too, make owners; only then is it worth a query. */
  private static boolean isActedFor(TaskEntity task) {
    return task.getOwner() != null && task.hasVariableLocal(PERSON);
  }

  /**
   * Gives the task to who acts for the person in charge; says whether that changes anything.
   *
   * @param acting null when the person in charge is there
   */
  static boolean route(TaskEntity task, StandIn acting) {
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

  private static boolean isWith(StandIn acting, TaskEntity task) {
    return acting.id().equals(task.getAssignee())
        && isActedFor(task)
        && acting.why().equals(task.getVariableLocal(WHY));
  }

  /** Gives the task to the person in charge; says whether somebody else had it. */
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

  /** Name and description as they were before somebody acted. */
  private static TaskText plainText(TaskEntity task) {
    var text = new TaskText(task.getName(), task.getDescription());
    return isActedFor(task) ? text.without((String) task.getVariableLocal(WHY)) : text;
  }
}
