package com.customerfocus.cascade.question;

import java.util.Collection;

/** Business events of questions for their process. Every call joins the caller's transaction. */
public interface QuestionWorkflow {

  /** A manager has to answer this question. */
  void questionAsked(QuestionAssignment duty);

  /** The memo was withdrawn: these questions need no answer. */
  void questionsWithdrawn(Collection<Long> questionIds);
}
