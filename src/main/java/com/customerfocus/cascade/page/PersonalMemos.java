package com.customerfocus.cascade.page;

import com.customerfocus.cascade.question.QuestionOutcome;
import java.util.Optional;

/** What the personal page asks for. */
public interface PersonalMemos {

  /** Empty when there is no such receipt or its cascade was withdrawn. Changes nothing. */
  Optional<PersonalPageView> personalMemo(long receiptId);

  /**
   * The same for a reader who has this version before them; what changed since is in it.
   *
   * @param seen version of the memo
   */
  Optional<PersonalPageView> personalMemo(long receiptId, int seen);

  /**
   * Records, once, that the reader got the memo. Changes nothing when that is on record already, or
   * when the memo can no longer be answered.
   *
   * @param version of the memo, as the reader has it before them
   * @return false when that version is out of date, so that the answer does not count
   */
  boolean acknowledge(long receiptId, int version);

  /**
   * The reader asks a question, which goes to the own manager. The same question twice is asked
   * once.
   *
   * @param question as typed
   */
  QuestionOutcome ask(long receiptId, String question);
}
