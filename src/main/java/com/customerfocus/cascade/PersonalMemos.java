package com.customerfocus.cascade;

import java.util.Optional;

/** Everyone's own view of a memo, and their answer to it. */
public interface PersonalMemos {

  /** What the owner of the receipt sees; empty when it is unknown or the cascade was withdrawn. */
  Optional<PersonalMemo> personalMemo(long receiptId);

  /**
   * Records that the owner of the receipt confirms the memo, once: a second call changes nothing
   * and answers with the time of the first. What can no longer be answered stays as it is.
   *
   * @return what the owner sees from now on; empty as with {@link #personalMemo}
   */
  Optional<PersonalMemo> acknowledge(long receiptId);
}
