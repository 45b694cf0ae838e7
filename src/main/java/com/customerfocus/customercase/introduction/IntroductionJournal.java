package com.customerfocus.customercase.introduction;

import com.customerfocus.customercase.CaseCourse;
import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.customercase.introduction.mails.IntroductionMails;
import com.customerfocus.support.Sentence;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Puts on record that nothing came of an introduction, and brings its case back. */
@Component
class IntroductionJournal {

  private final Introductions introductions;
  private final CustomerCaseService cases;
  private final IntroductionWorkflow workflow;
  private final IntroductionMails mails;
  private final Clock clock;

  IntroductionJournal(
      Introductions introductions,
      CustomerCaseService cases,
      IntroductionWorkflow workflow,
      IntroductionMails mails,
      Clock clock) {
    this.introductions = introductions;
    this.cases = cases;
    this.workflow = workflow;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * The owner notes that the contact does not help.
   *
   * @param note what was said
   * @param by login
   */
  CaseCourse noted(Introduction it, IntroductionEnd end, String note, String by) {
    introductions.end(it.id(), end, null, clock.instant());
    return cases.contactFailed(it.caseId(), why(end) + " " + note, by);
  }

  /**
   * The contact ends it, or does not answer; the owner is told.
   *
   * @param answer the contact's own words, or null
   */
  void failed(Introduction it, IntroductionEnd end, String answer) {
    introductions.end(it.id(), end, answer, clock.instant());
    var why = answer == null ? why(end) : why(end) + " " + answer;
    workflow.contactFailed(cases.contactFailed(it.caseId(), why, null));
    mails.tellOwner(it.id());
  }

  private static String why(IntroductionEnd end) {
    return new Sentence("introduction.end." + end).inEnglish();
  }
}
