package com.customerfocus.cascade.correction.process;

import com.customerfocus.cascade.Review;
import com.customerfocus.cascade.correction.Correction;
import com.customerfocus.engine.variable.Variable;

/** Every id and name of {@code processes/memo-correction.bpmn}. */
final class MemoCorrectionProcess {

  static final String KEY = "memo-correction";

  static final String CORRECT_MEMO = "correctMemo";
  static final String REVIEW_CORRECTION = "reviewCorrection";
  static final String MEMO_CORRECTED = "memoCorrected";
  static final String CORRECTION_DROPPED = "correctionDropped";

  static final String MESSAGE_CORRECTION_BEGUN = "cascade.correctionBegun";

  static final Variable<String> CASCADE_TITLE = Variable.of("cascadeTitle", String.class);

  /** Employee id of the memo's author. */
  static final Variable<String> LAUNCHER_ID = Variable.of("launcherId", String.class);

  /** What the form shows first, the memo as it is, and sends back. */
  static final Variable<Correction> CORRECTION = Variable.json("correction", Correction.class);

  static final Variable<Boolean> DROPPED = Variable.of("dropped", Boolean.class);

  /** What the correction changes, HTML. */
  static final Variable<String> CORRECTION_TEXT = Variable.of("correctionText", String.class);

  static final Variable<Review> REVIEW = Variable.json("review", Review.class);
  static final Variable<String> DECISION = Variable.of("decision", String.class);
  static final Variable<Boolean> MATERIAL = Variable.of("material", Boolean.class);
  static final Variable<Boolean> READERS_LEFT = Variable.of("readersLeft", Boolean.class);

  private MemoCorrectionProcess() {}
}
