package com.customerfocus.engine.task;

import com.customerfocus.engine.task.SubstituteResolver.ActingPerson;
import org.camunda.bpm.engine.task.Task;

/** Name and description of a task, with or without a note for whom it is done. */
public record TaskText(String name, String description) {

  /** As many as the engine keeps. */
  static final int LONGEST_NAME = 255;

  private static final String FOR = " (for ";
  private static final String SUBJECT = ": ";
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

  TaskText forPersonInCharge(ActingPerson acting) {
    return new TaskText(
        named(name == null ? "" : name, note(acting.personInCharge())),
        description == null ? acting.why() : acting.why() + PARAGRAPH + description);
  }

  /**
   * Adds to the name for whom the task is done, unless it says so already.
   *
   * @param person name of the person in whose place it is done
   * @param name of the task, without a substitute's additions
   */
  public static String inPlaceOf(String person, String name) {
    var note = note(person);
    return name.endsWith(note) ? name : named(name, note);
  }

  /**
   * The name with what the task is about.
   *
   * @param name label of the task's element, or a name that this method has made; labels have no
   *     colon
   */
  public static String withSubject(String name, String subject) {
    var end = name.indexOf(SUBJECT);
    var label = end == -1 ? name : name.substring(0, end);
    return cut(label + SUBJECT + subject, LONGEST_NAME);
  }

  private static String note(String person) {
    return FOR + person + ")";
  }

  private static String named(String name, String note) {
    return cut(name, LONGEST_NAME - note.length()) + note;
  }

  /** Never cuts through an emoji, of which databases keep no half. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  void writeTo(Task task) {
    task.setName(name);
    task.setDescription(description);
  }
}
