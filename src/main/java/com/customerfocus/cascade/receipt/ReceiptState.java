package com.customerfocus.cascade.receipt;

/** State of one person's receipt of a memo. */
public enum ReceiptState {
  /** Not known to have got the memo. */
  PENDING,
  /** The manager recorded the person as present at the briefing. */
  BRIEFED,
  /** The person acknowledged it. */
  ACKNOWLEDGED,
  /** Excused. */
  EXCUSED,
  /** The person left, or the cascade ended, before an acknowledgement. */
  LAPSED
}
