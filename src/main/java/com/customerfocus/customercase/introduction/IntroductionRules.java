package com.customerfocus.customercase.introduction;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is to be done with an introduction that waits, and what may be said to a contact outside.
 */
final class IntroductionRules {

  /** Working days that a contact has to say whether they help. */
  static final int DAYS_TO_ANSWER = 3;

  /** Working days to take over that are usual, and the most. */
  static final int DAYS_TO_TAKE_OVER = 5;

  static final int MOST_DAYS = 60;

  /** Working days that a contact has to say whether they took over, from the question on. */
  static final int DAYS_TO_CONFIRM = 2;

  /** A token of any of our links or addresses: signed, so at least 32 characters of Base64. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32,}");

  private static final Pattern REPLY = Pattern.compile("reply\\+", Pattern.CASE_INSENSITIVE);

  private IntroductionRules() {}

  /** What is due now. */
  enum Due {
    NOTHING,
    /** Ask the contact whether they took over. */
    ASK,
    /** The contact has not answered whether they help. */
    NO_ANSWER,
    /** The contact has not answered whether they took over. */
    NOT_CONFIRMED
  }

  /** What is due at this moment. */
  static Due due(Introduction it, Instant now) {
    if (it.lookAt() == null || it.lookAt().isAfter(now)) {
      return Due.NOTHING;
    }
    return switch (it.state()) {
      case BRIEFED -> Due.NO_ANSWER;
      case INTRODUCED ->
          it.confirmedAt() != null
              ? Due.NOTHING
              : it.askedAt() == null ? Due.ASK : Due.NOT_CONFIRMED;
      case AGREED, TOOK_OVER, FAILED, COLD -> Due.NOTHING;
    };
  }

  /**
   * Whether a text for a contact holds a link of ours, or a token that might be the customer's: who
   * has it could answer in the customer's name.
   *
   * @param host of this program
   */
  static boolean holdsLink(String text, String host) {
    return text != null
        && (text.toLowerCase(Locale.ROOT).contains("//" + host)
            || REPLY.matcher(text).find()
            || TOKEN.matcher(text).find());
  }
}
