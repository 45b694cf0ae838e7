package com.customerfocus.customercase;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers say about comfort. Their words are messages, too, which wait for an answer and
 * reach the owner, also when the answer itself changes nothing any more.
 */
@Service
@Transactional
public class CustomerSteps {

  private final CustomerCases cases;
  private final CaseJournal journal;
  private final CaseWorkflow workflow;
  private final OpeningService opening;
  private final CustomerMessages messages;
  private final Clock clock;

  CustomerSteps(
      CustomerCases cases,
      CaseJournal journal,
      CaseWorkflow workflow,
      OpeningService opening,
      CustomerMessages messages,
      Clock clock) {
    this.cases = cases;
    this.journal = journal;
    this.workflow = workflow;
    this.opening = opening;
    this.messages = messages;
    this.clock = clock;
  }

  /** What became of a customer's answer. */
  public enum Outcome {
    RECORDED,
    /**
     * The case, or the one that goes on with it, is on its way: only the words are kept, as a
     * message.
     */
    AS_BEFORE
  }

  /**
   * The customer has the right contact. It counts once: while the question is open, or after it was
   * given up as long as the case is open.
   *
   * @param words of the customer, or null
   */
  public Outcome comfortable(long id, String words) {
    var about = cases.lockSurvivor(id);
    if (!CaseStep.COMFORTABLE.isPossibleIn(about.state())) {
      return onlyWords(about, words);
    }
    var change = ofCustomer(about, CaseStep.COMFORTABLE, words);
    change.comfort = Comfort.OWN_WORD;
    recordAnswer(change);
    keep(about.id(), about.cycle(), words);
    return Outcome.RECORDED;
  }

  /**
   * The customer is not comfortable. A case that was closed not long ago goes on; later another one
   * is opened that is linked to it.
   *
   * @param words what is missing, in the customer's own words
   */
  public Outcome notComfortable(long id, String words) {
    var about = cases.lockSurvivor(id);
    if (CaseStep.NOT_COMFORTABLE.isPossibleIn(about.state())) {
      var change = ofCustomer(about, CaseStep.NOT_COMFORTABLE, words);
      OwnerSteps.countNotComfortable(change);
      recordAnswer(change);
      keep(about.id(), about.cycle(), words);
      return Outcome.RECORDED;
    }
    if (!CaseStep.REOPEN.isPossibleIn(about.state())) {
      return onlyWords(about, words);
    }
    if (ComfortRules.isReopened(about.closedAt(), clock.instant())) {
      reopen(about, words);
      return Outcome.RECORDED;
    }
    return goOnInAnother(about, words);
  }

  private void reopen(CustomerCase about, String words) {
    var change = ofCustomer(about, CaseStep.REOPEN, words);
    change.beginsCycle = true;
    change.comfort = null;
    change.notComfortable++;
    change.notComfortableNow = 0;
    change.comfortAsked = 0;
    journal.record(change);
    workflow.reopened(course(about.id()));
    keep(about.id(), change.cycle(), words);
  }

  private Outcome onlyWords(CustomerCase about, String words) {
    keep(about.id(), about.cycle(), words);
    return Outcome.AS_BEFORE;
  }

  /** After the step, so that they belong to the run and reach the owner that it leads to. */
  private void keep(long id, int cycle, String words) {
    if (words != null) {
      messages.answered(id, cycle, words);
    }
  }

  private Outcome goOnInAnother(CustomerCase about, String words) {
    var successor = cases.openSuccessor(about.id());
    if (successor.isPresent()) {
      return onlyWords(cases.lock(successor.get().id()), words);
    }
    var id =
        workflow.open(
            new CaseRequest(
                about.customerReference(), about.kind().name(), words, about.priority().name()),
            about.ownerId());
    opening.keepOrigin(id, CaseChannel.PAGE, about.id());
    keep(id, 1, words);
    return Outcome.RECORDED;
  }

  private static CaseChange ofCustomer(CustomerCase about, CaseStep step, String words) {
    var change = new CaseChange(about, step, null).says(words);
    change.byCustomer = true;
    return change;
  }

  private void recordAnswer(CaseChange change) {
    journal.record(change);
    workflow.comfortAnswered(course(change.before.id()));
  }

  private CaseCourse course(long id) {
    return CaseCourse.of(cases.find(id).orElseThrow());
  }
}
