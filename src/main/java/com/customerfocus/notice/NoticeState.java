package com.customerfocus.notice;

/** How far a notice has come. Stored by its name; people read its {@link #word()}. */
public enum NoticeState {
  /** Waits for its first or its next try, or for a mail server to be configured. */
  NOT_SENT("not sent"),
  /** A mail server has accepted it. */
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
