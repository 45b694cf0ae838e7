package com.customerfocus.cascade.question;

import java.util.Collection;

/** What a question tells its process. Every call belongs to the caller's transaction. */
public interface QuestionWorkflow {

  /** Somebody is to answer this question. */
  void questionAsked(QuestionAssignment duty);

  /** The memo was withdrawn: these questions need no answer any more. */
  void questionsWithdrawn(Collection<Long> questionIds);
}
