package com.customerfocus.customercase.introduction;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CaseCourse;
import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseWord;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.support.InvalidInputException;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the owner's steps of an introduction, one after the other for each case. */
@Service
@Transactional
public class IntroductionService {

  private final Introductions introductions;
  private final CustomerCaseService cases;
  private final IntroductionJournal journal;
  private final IntroductionTelling telling;

  IntroductionService(
      Introductions introductions,
      CustomerCaseService cases,
      IntroductionJournal journal,
      IntroductionTelling telling) {
    this.introductions = introductions;
    this.cases = cases;
    this.journal = journal;
    this.telling = telling;
  }

  /**
   * How the case goes on.
   *
   * @param dueAt by when the contact or the owner goes on, or null
   */
  public record Taken(CaseCourse course, Instant dueAt) {

    /** As process variables have it, or null. */
    public Date dueDate() {
      return dueAt == null ? null : Date.from(dueAt);
    }
  }

  /**
   * The owner takes a step.
   *
   * @throws NotAllowedException when the case is not this person's
   * @throws InvalidInputException when something is missing or wrong, the customer wants no
   *     contact, or the case or its contact has gone on meanwhile
   */
  public Taken take(long caseId, IntroductionWord word, Actor by) {
    var about = cases.lock(caseId);
    by.mustActFor("refusal.case.not-yours", about.ownerId());
    if (about.state() != CaseState.INTRODUCING) {
      throw new InvalidInputException(List.of(cases.whatHappened(caseId)));
    }
    var step = word.step();
    var open = introductions.open(caseId).orElse(null);
    if (!step.isPossibleIn(open == null ? null : open.state())) {
      throw new InvalidInputException("refusal.introduction.moved-on");
    }
    var course =
        switch (step) {
          case BRIEF -> {
            telling.brief(about, word, by.id());
            yield now(about);
          }
          case NOTE_YES -> {
            telling.agreed(open, word, by.id());
            yield now(about);
          }
          case INTRODUCE -> {
            telling.introduce(about, open, word, by.id());
            // The next news are due at another moment.
            yield now(cases.lock(caseId));
          }
          case COLD -> {
            telling.cold(about, word, by.id());
            yield told(caseId, word, by);
          }
          case TOOK_OVER -> told(caseId, word, by);
          case NOTE_NO -> noted(open, IntroductionEnd.REFUSED, word, by);
          case NOT_TAKEN_OVER -> noted(open, IntroductionEnd.NOT_TAKEN_OVER, word, by);
          case LOOK_AGAIN ->
              cases.take(
                  caseId,
                  CaseWord.noting(CaseStep.LOOK_AGAIN, word.note()),
                  EnumSet.of(CaseStep.LOOK_AGAIN),
                  by);
        };
    return new Taken(course, introductions.open(caseId).map(this::due).orElse(null));
  }

  private static CaseCourse now(CustomerCase about) {
    return new CaseCourse(about, null);
  }

  /** The customer is told, and asked whether it is right. */
  private CaseCourse told(long caseId, IntroductionWord word, Actor by) {
    return cases.take(
        caseId,
        CaseWord.telling(CaseStep.INTRODUCED, word.way(), word.words(), word.calledAt()),
        EnumSet.of(CaseStep.INTRODUCED),
        by);
  }

  private CaseCourse noted(Introduction it, IntroductionEnd end, IntroductionWord word, Actor by) {
    var note = IntroductionWord.said(word.note(), "refusal.introduction.why");
    return journal.noted(it, end, note, by.id());
  }

  private Instant due(Introduction it) {
    return switch (it.state()) {
      case BRIEFED -> it.answerDueAt();
      case AGREED -> it.agreedAt();
      default -> it.takeOverDueAt();
    };
  }
}
