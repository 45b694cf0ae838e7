package com.customerfocus.cascade.question;

import jakarta.validation.constraints.Size;

/**
 * What a manager does about a question, as entered.
 *
 * @param decision {@link #ANSWER} or {@link #PASS_UP}
 * @param answer Markdown
 * @param note why it is passed up, may be empty
 */
public record QuestionReply(
    String decision,
    @Size(max = 4_000, message = "refusal.question.answer-too-long") String answer,
    @Size(max = 1_000, message = "refusal.question.note-too-long") String note) {

  public static final String ANSWER = "answer";
  public static final String PASS_UP = "passUp";
}
