package com.customerfocus.notice;

/**
 * A notice in words, ready to be sent.
 *
 * @param text plain text
 * @param html a whole HTML document; everything that people wrote in it is escaped
 * @param unsubscribe the address to which a mail program sends POST when its user wants no more
 *     mails of this sort (RFC 8058), or null
 */
public record MailContent(String subject, String text, String html, String unsubscribe) {

  /** A mail that cannot be unsubscribed from. */
  public MailContent(String subject, String text, String html) {
    this(subject, text, html, null);
  }
}
