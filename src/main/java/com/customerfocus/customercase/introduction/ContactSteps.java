package com.customerfocus.customercase.introduction;

import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.customercase.introduction.mails.IntroductionMails;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.support.Inputs;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What contacts outside say, and what happens when they say nothing. */
@Service
@Transactional
public class ContactSteps {

  /** Maximum characters of what a contact says. */
  public static final int LONGEST = 2_000;

  private final Introductions introductions;
  private final CustomerCaseService cases;
  private final IntroductionJournal journal;
  private final IntroductionWorkflow workflow;
  private final IntroductionMails mails;
  private final PersonalDueDates dates;
  private final Clock clock;

  ContactSteps(
      Introductions introductions,
      CustomerCaseService cases,
      IntroductionJournal journal,
      IntroductionWorkflow workflow,
      IntroductionMails mails,
      PersonalDueDates dates,
      Clock clock) {
    this.introductions = introductions;
    this.cases = cases;
    this.journal = journal;
    this.workflow = workflow;
    this.mails = mails;
    this.dates = dates;
    this.clock = clock;
  }

  /**
   * The contact says whether they help. It counts while they are asked, and once; a yes can be
   * taken back until customer and contact are introduced.
   *
   * @param words the contact's own, or null
   * @throws com.customerfocus.support.InvalidInputException when they are too long
   */
  public void helps(long id, boolean yes, String words) {
    var said = Inputs.limited(words, LONGEST, "refusal.case.too-long");
    held(id)
        .ifPresent(
            it -> {
              if (!yes && IntroductionStep.NOTE_NO.isPossibleIn(it.state())) {
                journal.failed(it, IntroductionEnd.REFUSED, said);
              } else if (yes && IntroductionStep.NOTE_YES.isPossibleIn(it.state())) {
                introductions.agree(id, said, null, clock.instant());
                workflow.ownersTurn(it.caseId(), clock.instant());
                mails.tellOwner(id);
              }
            });
  }

  /**
   * The contact says whether they took over. It counts once customer and contact are introduced.
   *
   * @param words the contact's own, or null
   * @throws com.customerfocus.support.InvalidInputException when they are too long
   */
  public void tookOver(long id, boolean yes, String words) {
    var said = Inputs.limited(words, LONGEST, "refusal.case.too-long");
    held(id)
        .filter(it -> IntroductionStep.TOOK_OVER.isPossibleIn(it.state()))
        .ifPresent(
            it -> {
              if (!yes) {
                journal.failed(it, IntroductionEnd.NOT_TAKEN_OVER, said);
              } else if (it.confirmedAt() == null) {
                introductions.confirm(id, said, clock.instant());
                workflow.ownersTurn(it.caseId(), clock.instant());
                mails.tellOwner(id);
              }
            });
  }

  /** A mail did not reach the contact. */
  void bounced(long id) {
    held(id)
        .filter(it -> it.state().isOpen())
        .ifPresent(it -> journal.failed(it, IntroductionEnd.BOUNCED, null));
  }

  /** As it is once its case is locked. */
  private Optional<Introduction> held(long id) {
    var caseId = introductions.find(id).map(Introduction::caseId);
    caseId.ifPresent(cases::lock);
    return caseId.flatMap(it -> introductions.find(id));
  }

  /**
   * Looks at the introduction of a case that is due and that the caller has locked: asks the
   * contact whether they took over, or ends what was not answered in time.
   */
  void look(long caseId) {
    introductions.open(caseId).ifPresent(this::look);
  }

  private void look(Introduction it) {
    switch (IntroductionRules.due(it, clock.instant())) {
      case ASK -> {
        introductions.ask(
            it.id(), dates.inDays(IntroductionRules.DAYS_TO_CONFIRM, owner(it)), clock.instant());
        mails.askWhetherTakenOver(it.id());
        mails.tellOwner(it.id());
      }
      case NO_ANSWER -> journal.failed(it, IntroductionEnd.NO_ANSWER, null);
      case NOT_CONFIRMED -> journal.failed(it, IntroductionEnd.NOT_CONFIRMED, null);
      case NOTHING -> {
        // Another node has done it.
      }
    }
  }

  private String owner(Introduction it) {
    return cases.lock(it.caseId()).ownerId();
  }
}
