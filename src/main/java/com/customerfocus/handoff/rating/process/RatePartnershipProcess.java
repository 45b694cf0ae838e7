package com.customerfocus.handoff.rating.process;

import com.customerfocus.engine.variable.Variable;
import com.customerfocus.handoff.rating.RatingAssignment;
import com.customerfocus.handoff.rating.RatingWord;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/** Every id and name of {@code processes/rate-partnership.bpmn}. */
final class RatePartnershipProcess {

  static final String KEY = "rate-partnership";

  static final String RATING_ASKED = "ratingAsked";
  static final String RATE_PARTNERSHIP = "ratePartnership";
  static final String RECORD_RATING = "recordRating";
  static final String PARTNERSHIP_RATED = "partnershipRated";

  static final String MESSAGE_ASKED = "rating.asked";

  /** Customer, need and the other department. */
  static final Variable<String> SUBJECT = Variable.of("ratingSubject", String.class);

  /** Employee id of the person who is asked. */
  static final Variable<String> RATER_ID = Variable.of("raterId", String.class);

  /** Until when it can be answered. */
  static final Variable<Date> RATE_BY = Variable.of("rateBy", Date.class);

  /** With whom, who reads it, and the handoff, HTML. */
  static final Variable<String> RATING_TEXT = Variable.of("ratingText", String.class);

  /** What the person says in the form, as the form of the confirmation in a handoff has it. */
  static final Variable<RatingWord> RATING = Variable.json("rating", RatingWord.class);

  /** What the process knows. */
  static Map<String, Object> variables(RatingAssignment asked) {
    var variables = new HashMap<String, Object>();
    SUBJECT.put(variables, asked.subject());
    RATER_ID.put(variables, asked.personId());
    RATE_BY.put(variables, Date.from(asked.due()));
    RATING_TEXT.putReference(variables, RatingReferences.RATING_TEXT.of(asked.ratingId()));
    return variables;
  }

  private RatePartnershipProcess() {}
}
