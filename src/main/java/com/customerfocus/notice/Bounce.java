package com.customerfocus.notice;

/**
 * Why a mail did not reach its recipient, as a mail server said it: in its answer when the mail was
 * handed over, or in a delivery report later.
 *
 * @param status enhanced status code (RFC 3463) such as {@code 5.1.1}; {@code 5.0.0} or {@code
 *     4.0.0} where the server gave none
 * @param text the server's words on one line; may hold the recipient's address
 */
public record Bounce(Kind kind, String status, String text) {

  /** What a bounce says about the recipient; stored by its name. */
  public enum Kind {
    /** The address does not exist: mails to it will not arrive until it is corrected. */
    HARD,
    /** The address may work another time. */
    SOFT,
    /** The fault is ours, such as a refused sender: it says nothing about the recipient. */
    OURS
  }
}
