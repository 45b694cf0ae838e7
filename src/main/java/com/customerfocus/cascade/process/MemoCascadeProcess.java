package com.customerfocus.cascade.process;

import com.customerfocus.cascade.MemoDraft;
import com.customerfocus.cascade.ReachReport;
import com.customerfocus.cascade.Review;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.Variable;
import java.util.Date;

/** Every id and name of {@code processes/memo-cascade.bpmn}. */
public final class MemoCascadeProcess {

  public static final String KEY = "memo-cascade";

  static final String MEMO_WRITTEN = "memoWritten";
  static final String RECORD_MEMO = "recordMemo";
  static final String CHECK_REACH = "checkReach";
  static final String REVISE_MEMO = "reviseMemo";
  public static final String REVIEW_REACH = "reviewReach";
  static final String RECORD_REVIEW = "recordReview";
  static final String OPEN_CASCADE = "openCascade";
  static final String START_FIRST_BRIEFING = "startFirstBriefing";
  public static final String FOLLOW_CASCADE = "followCascade";
  static final String AUDIENCE_REACHED = "audienceReached";
  public static final String CLOSING_DATE_COME = "closingDateCome";
  static final String START_CORRECTION = "startCorrection";
  static final String CLOSE_CASCADE = "closeCascade";
  static final String WITHDRAW_CASCADE = "withdrawCascade";
  static final String END_BRIEFINGS = "endBriefings";
  public static final String REVIEW_OUTCOME = "reviewOutcome";
  static final String RECORD_OUTCOME = "recordOutcome";
  static final String MEMO_WITHDRAWN = "memoWithdrawn";
  static final String OUTCOME_REVIEWED = "outcomeReviewed";
  static final String CASCADE_WITHDRAWN = "cascadeWithdrawn";

  static final String MESSAGE_AUDIENCE_REACHED = "cascade.audienceReached";

  /** Employee id of the author. */
  static final Variable<String> LAUNCHER_ID = Variable.of("launcherId", String.class);

  public static final Variable<String> CASCADE_TITLE = Variable.of("cascadeTitle", String.class);

  /** What the author typed. */
  static final Variable<MemoDraft> MEMO = Variable.json("memo", MemoDraft.class);

  /** The memo as people will see it, HTML. */
  static final Variable<String> MEMO_TEXT = Variable.of("memoText", String.class);

  static final Variable<ReachReport> REACH = Variable.json("reach", ReachReport.class);

  static final Variable<Boolean> MEMO_READY = Variable.of("memoReady", Boolean.class);
  static final Variable<Review> REVIEW = Variable.json("review", Review.class);
  static final Variable<String> DECISION = Variable.of("decision", String.class);
  public static final Variable<Date> CLOSES_AT = Variable.of("closesAt", Date.class);

  /** The figures of a cascade so far. */
  public static final ReferenceKind PROGRESS = new ReferenceKind("progress");

  /** The figures so far, HTML. */
  public static final Variable<String> PROGRESS_TEXT = Variable.of("progressText", String.class);

  /** What the launcher does about a memo on its way. */
  public static final Variable<Intervention> INTERVENTION =
      Variable.json("intervention", Intervention.class);

  static final Variable<Boolean> ANYTHING_OPEN = Variable.of("anythingOpen", Boolean.class);
  static final Variable<Boolean> WITHDRAWN = Variable.of("withdrawn", Boolean.class);
  static final Variable<Outcome> OUTCOME = Variable.json("outcome", Outcome.class);

  /**
   * What the launcher does about a memo on its way, as entered.
   *
   * @param what correct or withdraw
   * @param reason why it is taken back
   */
  record Intervention(String what, String reason) {}

  /** What the launcher concludes, as entered. */
  record Outcome(String conclusion) {}

  private MemoCascadeProcess() {}
}
