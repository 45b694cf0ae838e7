package com.customerfocus.incoming.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A mail that came in, as facts.
 *
 * @param bulk whether it came through a list or as one of many ({@code List-*}, {@code
 *     Precedence}): a person may have written it, but no program answers it
 * @param from address of the sender in lower case, or null when the mail names none
 * @param fromName the name beside it, or null
 * @param subject on one line, may be empty
 * @param text all of its words, up to {@value #LONGEST_TEXT} characters, with what it quotes; of a
 *     mail that cannot be read its source
 * @param messageId as it says, or null
 * @param answered Message-IDs of the mails that it answers, the nearest first
 * @param addresses that it was sent to; for a delivery report also those of the returned mail to
 *     which answers go
 * @param attachments a name each, with the type and the size in bytes as far as they are known
 * @param report of a mail server, or null
 * @param readable whether it could be read as a mail
 */
public record ReceivedMail(
    MailKind kind,
    boolean bulk,
    String from,
    String fromName,
    String subject,
    String text,
    String messageId,
    List<String> answered,
    List<String> addresses,
    List<String> attachments,
    DeliveryReport report,
    boolean readable) {

  public static final int LONGEST_TEXT = 100_000;

  /** A mail that no parser likes: a person looks at its source, as far as there is room for it. */
  public static ReceivedMail unreadable(byte[] source) {
    var start = Arrays.copyOf(source, Math.min(source.length, LONGEST_TEXT));
    return unreadable(new String(start, StandardCharsets.ISO_8859_1));
  }

  /** Likewise; letters beyond ASCII are left out, so that every database stores it. */
  public static ReceivedMail unreadable(String source) {
    var text = cut(source, LONGEST_TEXT).replaceAll("[^\\n\\t\\x20-\\x7e]", "");
    return new ReceivedMail(
        MailKind.HUMAN,
        false,
        null,
        null,
        "",
        text,
        MailParser.messageIdIn(text).orElse(null),
        List.of(),
        List.of(),
        List.of(),
        null,
        false);
  }

  /** Cut to a number of characters, without leaving half of one. */
  static String cut(String text, int longest) {
    if (text == null || text.length() <= longest) {
      return text;
    }
    var splitsAPair = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splitsAPair ? longest - 1 : longest);
  }
}
