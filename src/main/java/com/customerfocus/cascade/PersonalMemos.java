package com.customerfocus.cascade;

import java.util.Optional;

/** What the personal page asks for. */
public interface PersonalMemos {

  /** Empty when there is no such receipt or its cascade was withdrawn. Changes nothing. */
  Optional<PersonalMemo> personalMemo(long receiptId);

  /**
   * Records, once, that the reader got the memo. Changes nothing when that is on record already, or
   * when the memo can no longer be answered.
   */
  void acknowledge(long receiptId);

  /**
   * The reader asks a question, which goes to the own manager. The same question twice is asked
   * once.
   *
   * @param question as typed
   */
  Asked ask(long receiptId, String question);
}
