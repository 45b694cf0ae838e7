package com.customerfocus.customercase;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.news.News;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.ReaderTime;
import com.customerfocus.support.Sentence;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps of customers' cases, one after the other for each case. */
@Service
@Transactional
public class CustomerCaseService {

  private final CustomerCases cases;
  private final OwnerSteps owner;
  private final CaseJournal journal;
  private final News news;
  private final PersonalDueDates dates;

  CustomerCaseService(
      CustomerCases cases,
      OwnerSteps owner,
      CaseJournal journal,
      News news,
      PersonalDueDates dates) {
    this.cases = cases;
    this.owner = owner;
    this.journal = journal;
    this.news = news;
    this.dates = dates;
  }

  /**
   * The owner takes a step.
   *
   * @param possible the steps that the person could choose from
   * @throws NotAllowedException when the case is not this person's
   * @throws InvalidInputException when something is missing or wrong, or the case has gone on
   *     meanwhile
   */
  public CaseCourse take(long id, CaseWord word, Set<CaseStep> possible, Actor by) {
    var about = cases.lock(id);
    var step = word.step(possible);
    by.mustActFor("refusal.case.not-yours", about.ownerId());
    if (!step.isPossibleIn(about.state())) {
      throw new InvalidInputException(List.of(whatHappened(about)));
    }
    if (about.state().isUnderstanding() && word.changesKind(about)) {
      journal.record(owner.take(about, CaseStep.CHANGE_KIND, word.ofKind(), by.id()));
      about = cases.find(id).orElseThrow();
    }
    var change = owner.take(about, step, word, by.id());
    journal.record(change);
    return new CaseCourse(cases.find(id).orElseThrow(), change.handoff);
  }

  /**
   * The contact outside to whom the customer was to be introduced does not help: who can put it
   * right is to be understood again.
   *
   * @param why for us alone
   * @param by login; null for the program and the contact
   */
  public CaseCourse contactFailed(long id, String why, String by) {
    journal.record(new CaseChange(cases.lock(id), CaseStep.CONTACT_FAILED, by).says(why));
    return CaseCourse.of(cases.find(id).orElseThrow());
  }

  /** The handoff of a case has ended in this state. */
  public CaseCourse partnerDone(long id, HandoffState ended) {
    var about = cases.lock(id);
    var step =
        ended == HandoffState.CONFIRMED || ended == HandoffState.DEEMED_CONFIRMED
            ? CaseStep.PARTNER_DELIVERED
            : CaseStep.PARTNER_FAILED;
    var change = new CaseChange(about, step, null);
    if (step == CaseStep.PARTNER_FAILED) {
      change.findOutDueAt = news.findOutDue(id);
    }
    journal.record(change);
    return CaseCourse.of(cases.find(id).orElseThrow());
  }

  /** Closes a case of which the customer has had the last word, unless something is open. */
  public CaseCourse close(long id) {
    var about = cases.lock(id);
    if (about.state().isToClose() && owner.open(about).isEmpty()) {
      journal.record(new CaseChange(about, CaseStep.CLOSE, null));
    }
    return CaseCourse.of(cases.find(id).orElseThrow());
  }

  /**
   * The case as it is, locked until the caller's transaction ends, so that what other rooms record
   * with it is recorded one after the other.
   *
   * @throws NotAllowedException when there is none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public CustomerCase lock(long id) {
    return cases.lock(id);
  }

  /**
   * Puts on record what happened beside the steps of the owner, in a case that is open.
   *
   * @param note what exactly, for the history
   * @param by login; null for the program
   */
  public void happened(long id, CaseStep step, String note, String by) {
    journal.record(new CaseChange(cases.lock(id), step, by).says(note));
  }

  /** What keeps a case from being closed, for its owner. */
  @Transactional(readOnly = true)
  public List<Sentence> open(long id) {
    return cases.find(id).map(owner::open).orElse(List.of());
  }

  /** Who did what instead, for a person whose page is out of date. */
  @Transactional(readOnly = true)
  public Sentence whatHappened(long id) {
    return whatHappened(cases.find(id).orElseThrow());
  }

  private Sentence whatHappened(CustomerCase about) {
    return cases
        .lastMove(about.id())
        .map(
            last ->
                new Sentence(
                    "case.now." + last.step(),
                    who(last),
                    ReaderTime.of(last.at(), dates.calendar(about.ownerId()).zone())))
        .orElseGet(() -> new Sentence("refusal.case.over"));
  }

  private static Object who(CaseEvent last) {
    if (last.byName() != null) {
      return last.byName();
    }
    return new Sentence(last.byCustomer() ? "case.customer" : "case.program");
  }
}
