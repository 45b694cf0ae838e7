package com.customerfocus.engine;

import com.customerfocus.engine.StandIns.StandIn;
import org.camunda.bpm.engine.task.Task;

/** Name and description of a task, with or without a word about whom it is done for. */
record TaskText(String name, String description) {

  /** As many as the engine keeps. */
  private static final int LONGEST_NAME = 255;

  private static final String FOR = " (for ";
  private static final String PARAGRAPH = "\n\n";

  /**
   * The text without that word.
   *
   * @param isForSomeone whether it is there
   */
  static TaskText of(String name, String description, boolean isForSomeone) {
    return isForSomeone
        ? new TaskText(before(FOR, name), after(PARAGRAPH, description))
        : new TaskText(name, description);
  }

  private static String before(String mark, String text) {
    var end = text == null ? -1 : text.lastIndexOf(mark);
    return end == -1 ? text : text.substring(0, end);
  }

  private static String after(String mark, String text) {
    var start = text == null ? -1 : text.indexOf(mark);
    return start == -1 ? null : text.substring(start + mark.length());
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
