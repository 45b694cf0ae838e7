package com.customerfocus.engine.task;

import com.customerfocus.access.Actor;

/**
 * Who may complete a task of a group although a member of it has the task, such as a head who gives
 * late work to another member. A capability makes it a bean, and decides when the task is completed
 * which of its steps such a person may take. Without one, only the member, who acts for them, and
 * administrators complete it.
 */
public interface TaskOverseers {

  /** Key of the process. */
  String process();

  /**
   * Whether this person may.
   *
   * @param businessKey id of the instance's subject
   * @param taskDefinitionKey id of the task in the model
   * @param person who is not the task's assignee
   */
  boolean mayComplete(long businessKey, String taskDefinitionKey, Actor person);
}
