package com.customerfocus.cascade.question;

import java.time.Instant;
import java.util.List;

/**
 * What the reader of a personal page sees of questions: those of the own team that were answered,
 * and the own ones.
 *
 * @param goTo name of the manager who would get a question now; null when none can be asked
 * @param asked the oldest first
 */
public record TeamQuestions(String goTo, List<Question> asked) {

  /** Nothing asked, nothing to ask. */
  public static final TeamQuestions NONE = new TeamQuestions(null, List.of());

  /**
   * One question, and its answer when there is one.
   *
   * @param own whether the reader asked it
   * @param askedBy name
   * @param text as typed
   * @param waitsFor name of the manager who is to answer
   * @param due until when, of an open question
   * @param overdue whether it should have been answered by now
   * @param answeredBy name, null until then
   * @param answer Markdown, null until then
   */
  public record Question(
      boolean own,
      String askedBy,
      Instant askedAt,
      String text,
      String waitsFor,
      Instant due,
      boolean overdue,
      String answeredBy,
      Instant answeredAt,
      String answer) {}
}
