package com.customerfocus.cascade.receipt;

/** What is on record about one person and one memo. */
public enum ReceiptState {
  /** Has not got the memo, as far as anybody knows. */
  PENDING,
  /** The manager recorded the person as present at the briefing. */
  BRIEFED,
  /** The person said so. */
  ACKNOWLEDGED,
  /** An exception was granted. */
  EXCUSED,
  /** Left, or the cascade was over, before an answer. */
  LAPSED
}
