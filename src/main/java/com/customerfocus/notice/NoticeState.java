package com.customerfocus.notice;

/** State of a notice, stored by its name; pages show its {@link #word()}. */
public enum NoticeState {
  /** Waits for its first attempt or a retry, or for a mail server to be configured. */
  NOT_SENT("not sent"),
  /** Accepted by a mail server. */
  SENT("sent"),
  /** Not tried again: no address, an impossible one, or the last try went wrong. */
  FAILED("failed"),
  /** What it tells of no longer applied when it was due; there is nothing left to do. */
  LAPSED("lapsed");

  private final String word;

  NoticeState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
