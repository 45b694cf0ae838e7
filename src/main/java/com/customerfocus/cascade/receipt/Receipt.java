package com.customerfocus.cascade.receipt;

import java.time.Instant;

/**
 * One person's receipt of one memo, and the rule whether the person may acknowledge the memo now.
 *
 * @param version of the memo that was confirmed, or, while pending, the lowest one to be
 *     acknowledged
 * @param requiredVersion the newest material version, which the whole audience is to acknowledge
 * @param memoVersion the newest version of the memo
 * @param closesAt when the cascade is over
 * @param withdrawn whether the cascade was withdrawn
 * @param active whether the person still works here
 */
public record Receipt(
    long id,
    ReceiptState state,
    int version,
    int requiredVersion,
    int memoVersion,
    Instant closesAt,
    boolean withdrawn,
    boolean active) {

  /** Whether the person was briefed or has acknowledged, any version. */
  public boolean isComplete() {
    return state == ReceiptState.BRIEFED || state == ReceiptState.ACKNOWLEDGED;
  }

  /** Whether it is of a version that no longer counts: the person is asked again. */
  public boolean isReattestationDue() {
    return isComplete() && version < requiredVersion;
  }

  /** Whether the person may acknowledge the memo as it is now. */
  public boolean isOpen(Instant now) {
    return mayAcknowledge(memoVersion, now);
  }

  /**
   * Whether the person may acknowledge the memo now.
   *
   * @param read the version the person has read
   */
  boolean mayAcknowledge(int read, Instant now) {
    return !withdrawn
        && active
        && now.isBefore(closesAt)
        && read <= memoVersion
        && !isOutdated(read)
        && (state == ReceiptState.PENDING || state == ReceiptState.BRIEFED || isReattestationDue());
  }

  /** Whether a version has been replaced by one that says something else. */
  boolean isOutdated(int read) {
    // A person who is asked again at this very moment has not read the new text: the row, locked,
    // knows that before the cascade as this statement saw it.
    return read < requiredVersion || state == ReceiptState.PENDING && read < version;
  }
}
