package com.customerfocus.customercase.ownership.process;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.ownership.OfferAnswer;
import com.customerfocus.customercase.ownership.OfferEntry;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.Variable;
import java.util.Date;

/** Every id and name of {@code processes/hand-over-ownership.bpmn}. */
final class HandOverOwnershipProcess {

  static final String KEY = "hand-over-ownership";

  static final String OFFER_OWNERSHIP = "offerOwnership";
  static final String RECORD_OFFER = "recordOffer";
  static final String TAKE_OVER_CASE = "takeOverCase";
  static final String RECORD_OFFER_ANSWER = "recordOfferAnswer";
  static final String OFFER_ANSWERED = "offerAnswered";
  static final String OFFER_EXPIRED = "offerExpired";
  static final String EXPIRE_OFFER = "expireOffer";
  static final String OWNER_KEEPS_CASE = "ownerKeepsCase";
  static final String OFFER_WITHDRAWN = "offerWithdrawn";
  static final String NOTHING_TO_ANSWER = "nothingToAnswer";

  /** The case has ended or has another owner, or the colleague has answered by the API. */
  static final String MESSAGE_WITHDRAWN = "ownership.withdrawn";

  /** What the owner enters. */
  static final Variable<OfferEntry> OFFER = Variable.json("ownershipOffer", OfferEntry.class);

  /** Who offers it by the API. Forms do not declare it, so only the program sets it. */
  static final Variable<Actor> OFFERED_BY = Variable.json("ownershipOfferedBy", Actor.class);

  /** Employee id of the colleague. */
  static final Variable<String> COLLEAGUE_ID = Variable.of("colleagueId", String.class);

  /** Until when the colleague can accept it. */
  static final Variable<Date> OFFER_DUE_AT = Variable.of("offerDueAt", Date.class);

  /** Customer and need. */
  static final Variable<String> TITLE = Variable.of("caseTitle", String.class);

  /** Who offers the case and why, and the case, HTML. */
  static final Variable<String> OFFER_TEXT = Variable.of("offerText", String.class);

  /** What the colleague says. */
  static final Variable<OfferAnswer> ANSWER = Variable.json("offerAnswer", OfferAnswer.class);

  static final ReferenceKind OFFER_KIND = new ReferenceKind("case-offer");

  private HandOverOwnershipProcess() {}
}
