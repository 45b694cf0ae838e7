package com.customerfocus.notice;

import com.customerfocus.notice.Bounce.Kind;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a status means for the recipient: one table for the answers of mail servers and for delivery
 * reports that say <em>failed</em>. The codes are those of RFC 3463 and its registry, in the form
 * class.subject.detail; the table is in decision 0070.
 */
public final class BounceRule {

  private static final Pattern STATUS =
      Pattern.compile("\\s*([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\d).*");
  private static final String NONE = "5.0.0";

  // 5.1.7: the sender's mailbox address is not valid; 5.1.8: its domain is not.
  private static final Set<String> ABOUT_THE_SENDER = Set.of("5.1.7", "5.1.8");
  private static final String ABOUT_THE_ADDRESS = "5.1.";
  private static final String MAILBOX_DISABLED = "5.2.1";
  // Security and policy: the refusal is about us, for any recipient.
  private static final String SECURITY_OR_POLICY = "5.7.";

  private BounceRule() {}

  /**
   * @param status such as {@code 5.1.1}, with or without a comment behind it; one that is missing
   *     or malformed counts as {@code 5.0.0}
   * @param text the server's words
   */
  public static Bounce bounce(String status, String text) {
    var code = status == null ? NONE : codeOf(status);
    return new Bounce(kindOf(code), code, text);
  }

  private static String codeOf(String status) {
    var code = STATUS.matcher(status);
    return code.matches() ? code.group(1) : NONE;
  }

  private static Kind kindOf(String code) {
    if (ABOUT_THE_SENDER.contains(code) || code.startsWith(SECURITY_OR_POLICY)) {
      return Kind.OURS;
    }
    return code.startsWith(ABOUT_THE_ADDRESS) || code.equals(MAILBOX_DISABLED)
        ? Kind.HARD
        : Kind.SOFT;
  }
}
