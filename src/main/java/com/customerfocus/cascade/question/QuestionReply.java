package com.customerfocus.cascade.question;

/**
 * What a manager does about a question, as entered.
 *
 * @param decision {@link #ANSWER} or {@link #PASS_UP}
 * @param answer Markdown
 * @param note why it is passed up, may be empty
 */
public record QuestionReply(String decision, String answer, String note) {

  public static final String ANSWER = "answer";
  public static final String PASS_UP = "passUp";
}
