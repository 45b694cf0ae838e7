package com.customerfocus.notice;

/** State of a notice, stored by its name; pages show its {@link #word()}. */
public enum NoticeState {
  /** Waits for its first attempt or a retry, or for a mail server to be configured. */
  NOT_SENT("not sent"),
  /** Accepted by a mail server. */
  SENT("sent"),
  /** No more attempts: no address, an invalid one, or the last attempt failed. */
  FAILED("failed"),
  /** Its content no longer applied when it was due; no action is needed. */
  LAPSED("lapsed");

  private final String word;

  NoticeState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
