package com.customerfocus.engine.task;

import com.customerfocus.engine.task.SubstituteResolver.StandIn;
import org.camunda.bpm.engine.task.Task;

/** Name and description of a task, with or without a note for whom it is done. */
record TaskText(String name, String description) {

  /** Maximum length in the engine's columns. */
  private static final int LONGEST_NAME = 255;

  private static final String FOR = " (for ";
  private static final String PARAGRAPH = "\n\n";

  /**
   * The text without the substitute's additions.
   *
   * @param why first sentence of the description; removed only if it is still there
   */
  TaskText without(String why) {
    var end = name.lastIndexOf(FOR);
    var plain = end == -1 ? name : name.substring(0, end);
    if (description == null || !description.startsWith(why)) {
      return new TaskText(plain, description);
    }
    var rest = description.substring(why.length());
    return new TaskText(plain, rest.isEmpty() ? null : rest.substring(PARAGRAPH.length()));
  }

  TaskText forPersonInCharge(StandIn acting) {
    var word = FOR + acting.personInCharge() + ")";
    var plain = name == null ? "" : name;
    var room = LONGEST_NAME - word.length();
    var cut = plain.length() > room ? plain.substring(0, room - 1) + "…" : plain;
    return new TaskText(
        cut + word, description == null ? acting.why() : acting.why() + PARAGRAPH + description);
  }

  void writeTo(Task task) {
    task.setName(name);
    task.setDescription(description);
  }
}
