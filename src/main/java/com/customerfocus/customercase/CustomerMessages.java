package com.customerfocus.customercase;

import com.customerfocus.customercase.mails.CaseMails;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.news.Contact.Way;
import com.customerfocus.customercase.news.News;
import com.customerfocus.notice.Notice;
import com.customerfocus.support.Texts;
import com.customerfocus.text.Shortened;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers write to the owners of their cases. Nothing is dropped, and nothing opens a case
 * again: thanks after the end are shown to the owner, who decides.
 */
@Service
@Transactional
public class CustomerMessages {

  private final CustomerCases cases;
  private final News news;
  private final CaseMails mails;
  private final CaseJournal journal;
  private final Clock clock;

  CustomerMessages(
      CustomerCases cases, News news, CaseMails mails, CaseJournal journal, Clock clock) {
    this.cases = cases;
    this.news = news;
    this.mails = mails;
    this.journal = journal;
    this.clock = clock;
  }

  /** Number of the case that a mail to a customer was about. */
  @Transactional(readOnly = true)
  public Optional<Long> caseOf(Notice notice) {
    return mails
        .caseOf(notice)
        .or(() -> news.caseOf(notice))
        .filter(id -> cases.find(id).isPresent());
  }

  /**
   * The customer wrote on the page. The same words once more, as a browser sends them that is
   * reloaded, are one message.
   */
  public void onPage(long caseId, String words) {
    var about = cases.lockSurvivor(caseId);
    var isKnown =
        news.contacts(about.id()).stream()
            .filter(it -> it.way().isFromCustomer())
            .reduce((first, second) -> second)
            .map(Contact::words)
            .filter(words::equals)
            .isPresent();
    if (!isKnown) {
      var now = clock.instant();
      wrote(new News.Message(about.id(), about.cycle(), Way.PAGE, words, now, null, null, null));
    }
  }

  /**
   * A mail that answers one of ours.
   *
   * @param sender address of another person than the customer, or null
   */
  public record Reply(
      String words, Instant receivedAt, String sender, String senderName, long mailId) {}

  /**
   * A reply came by mail. That of another person is shown as theirs, not as the customer's word.
   */
  public void byMail(long caseId, Reply reply) {
    var about = cases.lockSurvivor(caseId);
    wrote(
        new News.Message(
            about.id(),
            about.cycle(),
            Way.WROTE,
            fitting(reply.words()),
            reply.receivedAt(),
            reply.sender(),
            reply.senderName() == null ? null : Shortened.of(reply.senderName(), 200),
            reply.mailId()));
  }

  /** Locks the cases of a customer until the transaction ends. */
  public void lockOfCustomer(long customerId) {
    cases.ofCustomer(customerId).forEach(cases::lock);
  }

  /**
   * Removes what people wrote in the cases of a customer, and whose they are. Those that are open
   * end; their process instances are the caller's matter.
   */
  public void removeCustomer(long customerId) {
    var ids = cases.ofCustomer(customerId);
    if (!ids.isEmpty()) {
      ids.stream()
          .map(cases::lock)
          .filter(it -> !it.state().isOver())
          .forEach(it -> journal.record(new CaseChange(it, CaseStep.WITHDRAW, null)));
      cases.removeWords(ids);
      news.removeWords(ids);
    }
  }

  private void wrote(News.Message message) {
    mails.wrote(news.wrote(message));
  }

  private static String fitting(String words) {
    return Texts.isBlank(words) ? "…" : Shortened.cut(Texts.strip(words), News.LONGEST);
  }
}
