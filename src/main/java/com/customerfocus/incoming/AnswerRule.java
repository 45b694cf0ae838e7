package com.customerfocus.incoming;

import com.customerfocus.incoming.message.MailKind;
import java.time.Duration;
import java.time.Instant;

/**
 * Which mails may get an automatic answer: those of people that did not come through a list or as
 * one of many, and each address one in seven days, so that two programs never answer each other
 * (RFC 3834, section 2).
 */
final class AnswerRule {

  static final Duration ONE_IN = Duration.ofDays(7);

  private AnswerRule() {}

  /**
   * Whether to answer.
   *
   * @param bulk whether it came through a list or as one of many
   * @param from address of the sender, or null
   * @param lastAnswer when this address got its last automatic answer, or null
   */
  static boolean mayAnswer(
      MailKind kind, boolean bulk, String from, Instant lastAnswer, Instant now) {
    return kind == MailKind.HUMAN
        && !bulk
        && from != null
        && (lastAnswer == null || !now.isBefore(lastAnswer.plus(ONE_IN)));
  }
}
