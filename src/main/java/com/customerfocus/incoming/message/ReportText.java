package com.customerfocus.incoming.message;

import com.customerfocus.support.Texts;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Delivery reports in words alone, as qmail and old versions of other mail servers write them. Only
 * the words above the returned mail count: what the mail quotes could say anything.
 */
final class ReportText {

  private static final int LONGEST_WORDS = 500;

  private static final Pattern RETURNED =
      Pattern.compile(
          "(?im)^-+ ?(below this line is|this is) a copy of .*$|^-+ original message -*$"
              + "|^-+ the transcript of .*original.*$|^return-path: .*$");
  private static final Pattern DELAYED =
      Pattern.compile(
          "(?is)(will (continue|keep) (to try|trying)|delivery attempts will continue"
              + "|no action is required|could not be delivered yet|has been delayed"
              + "|warning message only|will be retried)");

  /** After a reply code of a mail server, after a hash, or in parentheses. */
  private static final Pattern STATUS =
      Pattern.compile("(?:[45]\\d\\d[ -]#?|#|\\()([45]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private static final Pattern CODE = Pattern.compile("(?m)(?:^|[:\\s])([45])\\d\\d[ -](?=\\D)");

  private ReportText() {}

  static DeliveryReport read(String text) {
    var returned = RETURNED.matcher(text);
    var words = returned.find() ? text.substring(0, returned.start()) : text;
    var said = said(words);
    return new DeliveryReport(!DELAYED.matcher(words).find(), status(words).orElse(null), said);
  }

  /** The most telling status that the words have. */
  static Optional<String> status(String words) {
    var status = STATUS.matcher(words);
    if (status.find()) {
      return Optional.of(status.group(1));
    }
    var code = CODE.matcher(words);
    return code.find() ? Optional.of(code.group(1) + ".0.0") : Optional.empty();
  }

  private static String said(String words) {
    var line = Texts.strip(words.replaceAll("\\s+", " "));
    return line.length() <= LONGEST_WORDS ? line : line.substring(line.length() - LONGEST_WORDS);
  }
}
