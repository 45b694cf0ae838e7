package com.customerfocus.cascade.page;

import com.customerfocus.cascade.question.QuestionOutcome;
import com.customerfocus.cascade.question.QuestionService;
import com.customerfocus.cascade.receipt.Acknowledgements;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What readers see and do on their personal pages. */
@Service
@Transactional
public class PersonalMemos {

  private final PersonalPageService pages;
  private final Acknowledgements acknowledgements;
  private final QuestionService questions;

  protected PersonalMemos(
      PersonalPageService pages, Acknowledgements acknowledgements, QuestionService questions) {
    this.pages = pages;
    this.acknowledgements = acknowledgements;
    this.questions = questions;
  }

  /** Empty when there is no such receipt or its cascade was withdrawn. Changes nothing. */
  @Transactional(readOnly = true)
  public Optional<PersonalPageView> personalMemo(long receiptId) {
    return pages.personalMemo(receiptId);
  }

  /**
   * The same for a reader who has this version before them; what changed since is in it.
   *
   * @param seen version of the memo
   */
  @Transactional(readOnly = true)
  public Optional<PersonalPageView> personalMemo(long receiptId, int seen) {
    return pages.personalMemo(receiptId, seen);
  }

  /**
   * Records, once, that the reader got the memo. Changes nothing when that is on record already, or
   * when the memo can no longer be acknowledged.
   *
   * @param version of the memo, as the reader has it before them
   * @return false when that version is out of date, so that the acknowledgement does not count
   */
  public boolean acknowledge(long receiptId, int version) {
    return acknowledgements.acknowledge(receiptId, version);
  }

  /**
   * The reader asks a question, which goes to the own manager. The same question twice is asked
   * once.
   *
   * @param question as typed
   */
  public QuestionOutcome ask(long receiptId, String question) {
    return questions.ask(receiptId, question);
  }
}
