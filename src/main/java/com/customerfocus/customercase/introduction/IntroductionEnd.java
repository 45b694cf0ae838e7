package com.customerfocus.customercase.introduction;

/** Why nothing came of an introduction; stored by its name, and counted. */
public enum IntroductionEnd {
  /** The contact has said no. */
  REFUSED,
  /** The contact has not answered in time whether they help. */
  NO_ANSWER,
  /** A mail did not reach the contact. */
  BOUNCED,
  /** The contact has not taken over. */
  NOT_TAKEN_OVER,
  /** Neither the contact nor the owner has said in time whether the contact took over. */
  NOT_CONFIRMED,
  /** The owner has found that it is not the right contact. */
  LOOKED_AGAIN,
  /** The case is over: withdrawn, closed, or taken in by another one, which goes on. */
  CASE_OVER
}
