package com.customerfocus.promise.process;

import com.customerfocus.engine.variable.Variable;
import com.customerfocus.promise.PromiseAnswer;
import java.util.Date;

/** Every id and name of {@code processes/promise-watch.bpmn}. */
final class PromiseWatchProcess {

  static final String KEY = "promise-watch";

  static final String KEEP_PROMISE = "keepPromise";
  static final String AT_RISK = "atRisk";
  static final String TELL_THEM_NOW = "tellThemNow";
  static final String PROMISE_DUE = "promiseDue";
  static final String PROMISE_KEPT = "promiseKept";
  static final String PROMISE_WITHDRAWN = "promiseWithdrawn";
  static final String PROMISE_ENDED = "promiseEnded";
  static final String NOTHING_LEFT = "nothingLeft";
  static final String REVIEW_BROKEN_PROMISE = "reviewBrokenPromise";
  static final String BROKEN_PROMISE_REVIEWED = "brokenPromiseReviewed";

  static final String DATE_PASSED = "datePassed";

  static final String MESSAGE_DATE_PASSED = "promise.datePassed";
  static final String MESSAGE_MADE = "promise.made";
  static final String MESSAGE_KEPT = "promise.kept";
  static final String MESSAGE_WITHDRAWN = "promise.withdrawn";

  /** What was promised, in short. */
  static final Variable<String> PROMISE_TITLE = Variable.of("promiseTitle", String.class);

  /** What was promised to whom by when, and what happened so far, HTML. */
  static final Variable<String> PROMISE_TEXT = Variable.of("promiseText", String.class);

  /** Employee id of the person responsible for it. */
  static final Variable<String> IN_CHARGE = Variable.of("inCharge", String.class);

  static final Variable<Date> DUE_AT = Variable.of("dueAt", Date.class);

  /** When the one in charge is asked; the due date itself once they said that it is on track. */
  static final Variable<Date> ASK_AT = Variable.of("askAt", Date.class);

  /** What the one in charge says. */
  static final Variable<PromiseAnswer> ANSWER = Variable.json("answer", PromiseAnswer.class);

  static final Variable<Boolean> PROMISE_OVER = Variable.of("promiseOver", Boolean.class);

  /** Employee id of the manager who reviews it once it is broken. */
  static final Variable<String> REVIEWER_ID = Variable.of("reviewerId", String.class);

  /** Whether the manager may enter a date by which the same is promised again. */
  static final Variable<Boolean> TAKES_NEW_DATE = Variable.of("takesNewDate", Boolean.class);

  static final Variable<Date> REVIEW_BY = Variable.of("reviewBy", Date.class);
  static final Variable<BrokenReview> REVIEW = Variable.json("review", BrokenReview.class);

  /**
   * What a manager says about a broken promise, as entered.
   *
   * @param newDue ISO 8601, when the same is promised once more
   */
  record BrokenReview(String note, String newDue) {}

  private PromiseWatchProcess() {}
}
