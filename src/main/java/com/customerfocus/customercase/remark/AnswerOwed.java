package com.customerfocus.customercase.remark;

/** Who knows whether a customer is owed an answer that is recorded; a bean. */
public interface AnswerOwed {

  /** Whether one is owed in this case or in one that it has taken in. */
  boolean isOwed(long caseId);
}
