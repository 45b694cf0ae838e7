package com.customerfocus.customercase.news;

/** The mail that introduces a customer to a contact outside: news of the case, of its own kind. */
public final class IntroductionMail {

  /** Its subject is the contact in the case. */
  public static final String KIND = "case-introduction";

  private IntroductionMail() {}
}
