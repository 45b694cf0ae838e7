package com.customerfocus.customercase;

import com.customerfocus.customercase.mails.CaseMails;
import com.customerfocus.customercase.news.News;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.sweep.DueWork;
import com.customerfocus.sweep.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks customers again who have not said whether they are comfortable. */
@Service
@Transactional
class ComfortQuestions {

  private final CustomerCases cases;
  private final CaseJournal journal;
  private final CaseWorkflow workflow;
  private final CaseMails mails;
  private final News news;
  private final PersonalDueDates dates;

  ComfortQuestions(
      CustomerCases cases,
      CaseJournal journal,
      CaseWorkflow workflow,
      CaseMails mails,
      News news,
      PersonalDueDates dates) {
    this.cases = cases;
    this.journal = journal;
    this.workflow = workflow;
    this.mails = mails;
    this.news = news;
    this.dates = dates;
  }

  /**
   * Asks a customer again, or gives up asking one who was asked often enough. The caller has locked
   * the case.
   */
  void askAgain(long id) {
    var about = cases.find(id).orElseThrow();
    if (news.isNotedInstead(about.id())) {
      // Without contact there was no question: only the owner's note can answer it.
      cases.askAt(about.id(), next(about));
    } else if (ComfortRules.isAskedAgain(about.comfortAsked())) {
      var change = new CaseChange(about, CaseStep.ASK_AGAIN, null);
      change.comfortAsked++;
      change.askComfortAt = next(about);
      journal.record(change);
      mails.asked(about.id());
    } else {
      var change = new CaseChange(about, CaseStep.ANSWER_MISSING, null);
      change.comfort = Comfort.UNCONFIRMED;
      journal.record(change);
      workflow.comfortAnswered(CaseCourse.of(cases.find(about.id()).orElseThrow()));
    }
  }

  private Instant next(CustomerCase about) {
    return dates.inDays(ComfortRules.DAYS_BETWEEN, about.ownerId());
  }

  @Configuration(proxyBeanMethods = false)
  static class Sweeps {

    private static final int BATCH = 50;

    /** After this time a case that failed is tried again. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    @Bean
    Sweep comfortQuestionSweep(
        CustomerCases cases, ComfortQuestions questions, DueWork dueWork, Clock clock) {
      return new Sweep(
          "comfort",
          Duration.ofMinutes(1),
          () ->
              dueWork.doSome(
                  id -> "question about comfort of case " + id,
                  BATCH,
                  most -> cases.lockToAsk(clock.instant(), most),
                  due -> due.forEach(questions::askAgain),
                  failed -> cases.askAt(failed, clock.instant().plus(AGAIN))));
    }
  }
}
