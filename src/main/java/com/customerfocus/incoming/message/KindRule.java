package com.customerfocus.incoming.message;

import static com.customerfocus.incoming.message.MailKind.AUTOMATIC;
import static com.customerfocus.incoming.message.MailKind.DELIVERY_REPORT;
import static com.customerfocus.incoming.message.MailKind.HUMAN;

import com.customerfocus.support.Texts;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The kind of a mail. The signs of an automatic mail are those of RFC 3834, section 2, and what
 * mail programs wrote before it. {@code X-Auto-Response-Suppress} is no sign: people's mail
 * programs write it, too. An answer to an invitation is a program's as long as no person has added
 * words to it. A mail in doubt is a person's: also one through a list, as the company of a customer
 * may let its people write through a group, or a ticket system. It is only never answered.
 */
final class KindRule {

  private static final Set<String> BULK = Set.of("bulk", "junk", "list");

  /** What Google's calendar writes above the invitation; with a note of a person it says so. */
  private static final Pattern ANSWER_OF_CALENDAR =
      Pattern.compile(
          "[^\\n?:]{1,200}\\b(accepted|declined|aceptado|rechazado|angenommen|zugesagt|abgelehnt"
              + "|accepté|refusé|décliné)\\b[^\\n?:]{0,60}(\\n.*)?",
          Pattern.CASE_INSENSITIVE
              | Pattern.UNICODE_CASE
              | Pattern.UNICODE_CHARACTER_CLASS
              | Pattern.DOTALL);

  private KindRule() {}

  /**
   * @param subject may be empty
   * @param text what the sender wrote, without what it quotes
   */
  static MailKind kindOf(MailSigns signs, String subject, String text) {
    if (isDeliveryReport(signs)) {
      return DELIVERY_REPORT;
    }
    return isAutomatic(signs)
            || isCalendarAnswer(signs, text)
            || OutOfOfficeRule.matches(subject, text)
        ? AUTOMATIC
        : HUMAN;
  }

  private static boolean isCalendarAnswer(MailSigns signs, String text) {
    return "reply".equals(signs.calendarMethod())
        && (Texts.isBlank(text) || ANSWER_OF_CALENDAR.matcher(text).matches());
  }

  private static boolean isDeliveryReport(MailSigns signs) {
    return "delivery-status".equals(signs.reportType())
        || signs.mailerDaemon()
        || signs.namesFailedRecipients()
        || signs.deliveryStatus() && (signs.emptyReturnPath() || signs.reportType() != null);
  }

  /** Whether it came through a list or as one of many, which a program must not answer. */
  static boolean isBulk(MailSigns signs) {
    return signs.list() || signs.precedence() != null && BULK.contains(signs.precedence());
  }

  private static boolean isAutomatic(MailSigns signs) {
    return signs.emptyReturnPath()
        || signs.reportType() != null
        || signs.autoSubmitted() != null && !signs.autoSubmitted().equals("no")
        || signs.autoReply();
  }
}
