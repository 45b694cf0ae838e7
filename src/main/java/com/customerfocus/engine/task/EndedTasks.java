package com.customerfocus.engine.task;

import com.customerfocus.access.Actor;
import com.customerfocus.support.Sentence;
import java.util.Optional;

/**
 * Says why a task of one process no longer exists, to a person whose page still showed it and who
 * completes or claims it. A capability makes it a bean; without one, and to people who could not
 * know of the task, the program says only that it is done or no longer needed.
 */
public interface EndedTasks {

  /** Key of the process. */
  String process();

  /**
   * Whether the person could know of the task although it was with another in the end, such as a
   * member of the group to which it was offered. The last assignee, and the person for whom a
   * substitute had it, may always know.
   *
   * @param businessKey id of the instance's subject
   * @param taskDefinitionKey id of the task in the model
   */
  default boolean mayKnow(long businessKey, String taskDefinitionKey, Actor reader) {
    return false;
  }

  /**
   * Who ended the task and when, or what is the case now, in a sentence or two; empty when there is
   * nothing to say. The program adds that nothing was recorded.
   *
   * @param businessKey id of the instance's subject
   * @param taskDefinitionKey id of the task in the model
   * @param reader who may know
   */
  Optional<Sentence> whyEnded(long businessKey, String taskDefinitionKey, Actor reader);
}
