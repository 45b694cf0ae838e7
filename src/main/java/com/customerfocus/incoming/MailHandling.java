package com.customerfocus.incoming;

import com.customerfocus.incoming.IncomingStore.Due;
import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.support.WithoutMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles the mails on record, each in a transaction of its own: hands it to a reader, or applies a
 * delivery report to its notice. A mail that fails holds up no other.
 */
@Service
class MailHandling {

  private static final Logger LOG = LoggerFactory.getLogger(MailHandling.class);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2));
  private static final Duration OFFERED_AGAIN = Duration.ofDays(1);
  private static final int LONGEST_ERROR = 500;

  private final IncomingStore store;
  private final NoticeService notices;
  private final ObjectProvider<IncomingMailReader> readers;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailHandling(
      IncomingStore store,
      NoticeService notices,
      ObjectProvider<IncomingMailReader> readers,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.notices = notices;
    this.readers = readers;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Handles the mail that is due longest; false when none is. */
  boolean handleNext() {
    var taken = new AtomicReference<Due>();
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              status -> {
                store.take(clock.instant()).ifPresent(taken::set);
                if (taken.get() != null) {
                  handle(taken.get());
                }
                return taken.get() != null;
              }));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      if (taken.get() == null) {
        throw e;
      }
      LOG.error(
          "The incoming mail {} could not be handled", taken.get().id(), WithoutMessages.of(e));
      transaction.executeWithoutResult(status -> putBack(taken.get(), e));
      return true;
    }
  }

  private void handle(Due mail) {
    switch (mail.kind()) {
      case HUMAN -> offer(mail);
      case DELIVERY_REPORT -> {
        applyReport(mail);
        settle(mail, MailState.HANDLED, null);
      }
      case AUTOMATIC -> settle(mail, MailState.HANDLED, null);
    }
  }

  private void offer(Due due) {
    var mail = mail(due);
    if (readers.orderedStream().anyMatch(reader -> reader.read(mail))) {
      settle(due, MailState.HANDLED, null);
    } else {
      settle(due, MailState.WAITING, clock.instant().plus(OFFERED_AGAIN));
    }
  }

  private void applyReport(Due report) {
    if (report.bounce() != null && report.noticeId() != null) {
      notices.bounced(
          report.noticeId(),
          new Bounce(report.bounce(), report.bounceStatus(), report.bounceWords()));
    }
  }

  private IncomingMail mail(Due due) {
    return new IncomingMail(
        due.id(),
        due.kind(),
        due.bulk(),
        due.sender(),
        due.senderName(),
        due.subject(),
        due.text(),
        due.receivedAt(),
        null,
        due.attachments() == null ? List.of() : due.attachments().lines().toList(),
        notice(due),
        due.matchedBy(),
        due.fromRecipient());
  }

  private Notice notice(Due due) {
    return due.noticeId() == null ? null : notices.find(due.noticeId()).orElse(null);
  }

  private void settle(Due mail, MailState state, Instant nextTryAt) {
    store.settle(mail, state, mail.tries(), nextTryAt, null, clock.instant());
  }

  private void putBack(Due mail, Throwable failure) {
    var now = clock.instant();
    var tries = mail.tries() + 1;
    // Only the kind of failure: messages may quote what the mail says.
    var error = failure.getClass().getName();
    error = error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    if (mail.state() == MailState.RECEIVED && tries <= PAUSES.size()) {
      var next = now.plus(PAUSES.get(tries - 1));
      store.settle(mail, MailState.RECEIVED, tries, next, error, now);
    } else {
      store.settle(mail, MailState.WAITING, tries, now.plus(OFFERED_AGAIN), error, now);
    }
  }
}
