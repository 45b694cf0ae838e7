package com.customerfocus.support;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail address as every mail server takes it: no quoted or international local parts. */
public final class MailAddress {

  /** Characters, RFC 5321. */
  public static final int LONGEST = 254;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\w!#$%&'*+/=?^`{|}~-]++(?:\\.[\\w!#$%&'*+/=?^`{|}~-]++)*+"
              + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)++"
              + "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

  /** IDNA of 2003, which Java has, turns these into other letters, so into another's domain. */
  private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\\u200C\\u200D]");

  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*+");

  private MailAddress() {}

  /**
   * The address with the domain in ASCII, such as {@code ana@xn--espaa-rta.example} for {@code
   * ana@españa.example}; empty when the text is no such address.
   */
  public static Optional<String> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var at = text.lastIndexOf('@');
    return Optional.of(text)
        .filter(it -> at >= 0)
        .flatMap(it -> ascii(it.substring(at + 1)))
        .map(domain -> text.substring(0, at + 1) + domain)
        .filter(address -> address.length() <= LONGEST && ADDRESS.matcher(address).matches());
  }

  private static Optional<String> ascii(String domain) {
    if (ASCII.matcher(domain).matches()) {
      return Optional.of(domain);
    }
    if (AMBIGUOUS.matcher(domain).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
