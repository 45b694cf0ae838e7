package com.customerfocus.incoming.message;

import static com.customerfocus.incoming.message.MailKind.AUTOMATIC;
import static com.customerfocus.incoming.message.MailKind.DELIVERY_REPORT;
import static com.customerfocus.incoming.message.MailKind.HUMAN;

import java.util.Set;

/**
 * The kind of a mail. The signs of an automatic mail are those of RFC 3834, section 2, and what
 * mail programs wrote before it. {@code X-Auto-Response-Suppress} is no sign: people's mail
 * programs write it, too. A mail in doubt is a person's.
 */
final class KindRule {

  private static final Set<String> BULK = Set.of("bulk", "junk", "list");

  private KindRule() {}

  /**
   * @param subject may be empty
   * @param text what the sender wrote, without what it quotes
   */
  static MailKind kindOf(MailSigns signs, String subject, String text) {
    if (isDeliveryReport(signs)) {
      return DELIVERY_REPORT;
    }
    return isAutomatic(signs) || OutOfOfficeRule.matches(subject, text) ? AUTOMATIC : HUMAN;
  }

  private static boolean isDeliveryReport(MailSigns signs) {
    return "delivery-status".equals(signs.reportType())
        || signs.mailerDaemon()
        || signs.namesFailedRecipients()
        || signs.deliveryStatus() && (signs.emptyReturnPath() || signs.reportType() != null);
  }

  private static boolean isAutomatic(MailSigns signs) {
    return signs.emptyReturnPath()
        || signs.reportType() != null
        || signs.autoSubmitted() != null && !signs.autoSubmitted().equals("no")
        || signs.precedence() != null && BULK.contains(signs.precedence())
        || signs.list()
        || signs.autoReply()
        || "reply".equals(signs.calendarMethod());
  }
}
