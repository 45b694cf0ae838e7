package com.customerfocus.customer;

/** Why a customer would be contacted. */
public enum ContactPurpose {
  /** News of the customer's own case, and the question whether they are comfortable. */
  OWN_CASE,
  /** A letter to all customers, or a panel. */
  LETTER,
  /** A survey, or asking again some time after a case. */
  SURVEY,
  /** A voucher or an offer. */
  OFFER,
  /** The answer to feedback, or its acknowledgement. */
  FEEDBACK,
  /** What became better because customers asked for it. */
  IMPROVEMENT,
  /** A call to a customer who may leave. */
  CALL,
  /** The introduction to another contact. */
  INTRODUCTION,
  /** A problem that affects the customer. */
  PROBLEM_NOTICE,
  /** An answer that the law demands. */
  LEGAL_ANSWER,
  /** The one thank-you to a lost customer, which may carry a prize. */
  THANK_YOU;

  /** Whether the choice of no letters ends it, so that its mails have a button for that. */
  boolean isEndedByNoLetters() {
    return this == LETTER || this == OFFER;
  }
}
