package com.customerfocus.customercase;

import com.customerfocus.customercase.mails.CaseMails;
import com.customerfocus.customercase.news.News;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.DeliveryListener;
import com.customerfocus.notice.Notice;
import com.customerfocus.sweep.DueWork;
import com.customerfocus.sweep.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks customers again who have not said whether they are comfortable. A question that could not be
 * sent, or came back, does not count as asked.
 *
 * <p>Told of mails that came back before the clocks of news are, because a case is locked before
 * its clocks.
 */
@Service
@Transactional
@Order(0)
class ComfortQuestions implements DeliveryListener {

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
    if (!news.canBeAsked(about.id())) {
      // Without a mail there is no question: the owner notes the answer, from a call say.
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

  /** The mail that asked first tells what was done, or each later one only asks. */
  @Override
  public void bounced(Notice notice, Bounce bounce) {
    mails
        .caseOf(notice)
        .or(() -> news.caseOf(notice))
        .flatMap(cases::find)
        .filter(it -> it.state() == CaseState.CHECKING_COMFORT)
        .map(it -> cases.lock(it.id()))
        .filter(it -> it.state() == CaseState.CHECKING_COMFORT && it.comfortAsked() > 0)
        .filter(it -> cases.lastMove(it.id()).filter(put -> hasAsked(notice, put)).isPresent())
        .ifPresent(it -> cases.setAsked(it.id(), it.comfortAsked() - 1));
  }

  private boolean hasAsked(Notice notice, CaseEvent putRight) {
    return mails.isQuestionAfter(notice, putRight.id())
        || news.wasSaidLast(notice, putRight.caseId(), putRight.at());
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
