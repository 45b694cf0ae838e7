package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.incoming.message.ReceivedMail;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.testing.Ports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What can go wrong with a mailbox: nothing is lost, nothing is handled twice, the rest goes on.
 */
class MailboxFaultsTests extends IncomingTestBase {

  MailboxFaultsTests(@Autowired ApplicationContext program) {
    super(program);
  }

  private Health health(IncomingProperties settings) {
    return new IncomingHealthIndicator(settings, lease, bean(IncomingMails.class), clock).health();
  }

  private static String mail(int number, String text) {
    return """
        From: Ana Soler <ana@customer.example>
        To: reply@focus.example
        Subject: Mail %d
        Message-ID: <number-%d@customer.example>

        %s
        """
        .formatted(number, number, text);
  }

  @Test
  void aMailboxThatIsAwayIsReadWhenItIsBack() {
    deliver(mail(1, "I wait."));
    var away = settings(Ports.free(), PASSWORD, "Handled");

    assertThat(reading(away).read()).isZero();

    assertThat(health(away).getStatus().getCode()).isEqualTo("DEGRADED");
    assertThat(health(away).getDetails())
        .containsEntry("unavailableSince", clock.instant())
        .containsKey("trouble");
    assertThat(reading(settings()).read()).as("not before the pause is over").isZero();
    assertThat(readAndHandle()).isEqualTo(1);
    assertThat(health(settings()).getStatus().getCode()).isEqualTo("UP");
    assertThat(health(settings()).getDetails()).doesNotContainKeys("trouble", "unavailableSince");
  }

  @Test
  void aRefusedLoginIsTriedAgainAfterTenPauses() {
    deliver(mail(1, "I wait."));
    var wrong = settings(POST.port(), "not the password", "Handled");

    reading(wrong).read();

    assertThat((String) health(wrong).getDetails().get("trouble"))
        .startsWith("The mailbox refuses the login")
        .doesNotContain("not the password");
    clock.moveBy(Duration.ofMinutes(9));
    assertThat(reading(settings()).read()).isZero();
    clock.moveBy(Duration.ofMinutes(1));
    assertThat(reading(settings()).read()).isEqualTo(1);
  }

  @Test
  void oneNodeAtATimeReads() {
    deliver(mail(1, "Once."));
    assertThat(new MailboxLease(jdbc, clock).take(settings().mailbox(), Duration.ofMinutes(2)))
        .isTrue();

    assertThat(reading(settings()).read()).isZero();

    clock.moveBy(Duration.ofMinutes(2));
    assertThat(reading(settings()).read()).as("the other node died").isEqualTo(1);
  }

  @Test
  void aNodeThatStoppedBetweenRecordAndMoveHasTheMailMovedOnly() {
    deliver(mail(1, "Once."));
    reading(settings(POST.port(), PASSWORD, "")).read();
    assertThat(inFolder("INBOX")).isEqualTo(1);

    assertThat(readAndHandle()).isZero();

    assertThat(inFolder("INBOX")).isZero();
    assertThat(read).hasSize(1);
  }

  @Test
  void withoutAFolderForThemMailsStayAndAreReadOnce() {
    var keeping = settings(POST.port(), PASSWORD, "");
    for (var number = 1; number <= 3; number++) {
      deliver(mail(number, "Mail"));
      clock.moveBy(Duration.ofMinutes(1));
      assertThat(reading(keeping).read()).isEqualTo(1);
    }
    clock.moveBy(Duration.ofMinutes(1));
    assertThat(reading(keeping).read()).isZero();
    assertThat(inFolder("INBOX")).isEqualTo(3);
  }

  @Test
  void aCopiedMailboxBringsNoMailAgain() {
    deliver(mail(1, "Once."));
    readAndHandle();

    // Another mailbox with numbers of its own, in which the same mails are.
    anEmptyMailboxAndANotice();
    deliver(mail(1, "Once."));
    deliver(mail(2, "New."));

    assertThat(readAndHandle()).isEqualTo(1);
    assertThat(read).extracting(IncomingMail::subject).containsExactly("Mail 1", "Mail 2");
  }

  @Test
  void ofAMailOfFortyMegabytesOnlyTheWordsAreRead() {
    var line = Base64.getEncoder().encodeToString(new byte[54]) + "\r\n";
    var start =
        """
        From: ana@customer.example
        To: reply@focus.example
        Subject: Film of the router
        Message-ID: <film@customer.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="=_film"

        --=_film
        Content-Type: video/mp4; name="film.mp4"
        Content-Disposition: attachment; filename="film.mp4"
        Content-Transfer-Encoding: base64

        """;
    var end =
        """

        --=_film
        Content-Type: text/plain; charset=utf-8

        See the film: the lamp blinks.
        --=_film--
        """;
    deliver(
        (start.replace("\n", "\r\n")
                + line.repeat(40 * 1024 * 1024 / line.length())
                + end.replace("\n", "\r\n"))
            .getBytes(StandardCharsets.UTF_8));

    readAndHandle();

    assertThat(read.get(0).ownText()).isEqualTo("See the film: the lamp blinks.");
    assertThat(read.get(0).attachments())
        .singleElement()
        .asString()
        .startsWith("film.mp4 (video/mp4, ");
  }

  @Test
  void aLongTextIsCut() {
    deliver(mail(1, "word ".repeat(100_000)));

    readAndHandle();

    assertThat(read.get(0).text()).hasSize(100_000);
  }

  @Test
  void aStormOfReportsFillsNoFolderAndLosesNothingAndNoPersonWaitsBehindIt() {
    var report = new String(super.mail("report-postfix-unknown"), StandardCharsets.ISO_8859_1);
    for (var number = 0; number < 1_000; number++) {
      deliver(
          report
              .replace("report-postfix-unknown@", "storm-" + number + "@")
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    deliver(mail(1, "Among them I wrote."));

    assertThat(reading(settings()).read()).isEqualTo(1_001);

    assertThat(
            jdbc.sql("select kind from incoming_mail order by id fetch first 1 rows only")
                .query(String.class)
                .single())
        .as("read first")
        .isEqualTo("HUMAN");
    // As if it had come behind them.
    jdbc.sql("update incoming_mail set next_try_at = ? where kind = 'HUMAN'")
        .param(clock.instant().plusSeconds(1).atOffset(ZoneOffset.UTC))
        .update();
    clock.moveBy(Duration.ofSeconds(1));
    assertThat(handling.handleNext()).isTrue();
    assertThat(read).as("handled first").hasSize(1);

    handleAll();

    assertThat(count("kind = 'DELIVERY_REPORT' and state = 'HANDLED'")).isEqualTo(1_000);
    assertThat(read).extracting(IncomingMail::subject).containsExactly("Mail 1");
    assertThat(inFolder("INBOX")).isZero();
    assertThat(inFolder("Handled")).isEqualTo(1_001);
  }

  @Test
  void aReaderThatFailsGetsTheMailAgainAndHoldsUpNoOther() {
    IntStream.rangeClosed(1, 3).forEach(number -> deliver(mail(number, "Mail")));
    reader =
        mail -> {
          if (mail.subject().equals("Mail 2")) {
            throw new IllegalStateException("The case is locked");
          }
          return read.add(mail);
        };

    readAndHandle();

    assertThat(read).extracting(IncomingMail::subject).containsExactly("Mail 1", "Mail 3");
    reader = read::add;
    clock.moveBy(Duration.ofMinutes(1));
    handleAll();
    assertThat(read).hasSize(3);
    assertThat(count("state = 'HANDLED'")).isEqualTo(3);
  }

  @Test
  void aMailThatCannotBeHandledWaitsForAPersonAndHealthSaysSo() {
    deliver(mail(1, "Mail"));
    reader =
        mail -> {
          throw new IllegalStateException("Never");
        };

    readAndHandle();
    for (var pause : Set.of(1, 2, 3, 4)) {
      clock.moveBy(Duration.ofHours(2));
      handleAll();
    }

    assertThat(only("state")).isEqualTo("WAITING");
    assertThat(only("error")).isEqualTo("java.lang.IllegalStateException");
    assertThat(health(settings()).getDetails())
        .containsEntry("waitingForAPerson", 1)
        .containsKey("waitingForAPersonSince")
        .containsEntry("unhandled", 0);
  }

  @Test
  void aMailThatNoReaderTakesWaitsAndIsOfferedAgainTheNextDay() {
    deliver(mail(1, "Mail"));
    reader = mail -> false;
    readAndHandle();
    assertThat(only("state")).isEqualTo("WAITING");

    reader = read::add;
    handleAll();
    assertThat(read).isEmpty();
    clock.moveBy(Duration.ofDays(1));
    handleAll();

    assertThat(read).hasSize(1);
    assertThat(only("state")).isEqualTo("HANDLED");
  }

  @Test
  void aSecondReportAboutTheSameMailChangesNothing() {
    deliver(super.mail("report-postfix-unknown"));
    deliver(super.mail("report-exim-policy"));

    readAndHandle();

    assertThat(
            jdbc.sql("select bounce from notice where id = ?").param(notice).query().singleValue())
        .isEqualTo("HARD");
    assertThat(count("state = 'HANDLED'")).isEqualTo(2);
  }

  /** Just before a mail that failed is put back, when its lock is gone. */
  private MailHandling handlingBeforePutBack(Runnable meanwhile) {
    return new MailHandling(
        store,
        bean(NoticeService.class),
        readers(
            mail -> {
              throw new IllegalStateException("The case is locked");
            }),
        new TransactionTemplate(bean(PlatformTransactionManager.class)) {
          private int transactions;

          @Override
          public <T> T execute(TransactionCallback<T> action) {
            if (++transactions == 2) {
              meanwhile.run();
            }
            return super.execute(action);
          }
        },
        clock);
  }

  @Test
  void aMailThatAnotherNodeHandledBeforeItIsPutBackStaysHandled() {
    deliver(mail(1, "Once."));
    reading(settings()).read();

    assertThat(handlingBeforePutBack(handling::handleNext).handleNext()).isTrue();
    clock.moveBy(Duration.ofHours(1));
    handleAll();

    assertThat(read).as("by the other node").hasSize(1);
    assertThat(only("state")).isEqualTo("HANDLED");
    assertThat(only("tries")).isEqualTo("0");
  }

  @Test
  void aMailThatARemovalEmptiedBeforeItIsPutBackGoesToNoReader() {
    deliver(mail(1, "Remove me."));
    reading(settings()).read();
    var id = Long.valueOf(only("id"));

    handlingBeforePutBack(() -> content(settings()).remove(List.of(id))).handleNext();
    clock.moveBy(Duration.ofHours(1));
    handleAll();

    assertThat(read).isEmpty();
    assertThat(only("state")).isEqualTo("HANDLED");
  }

  @Test
  void aReaderThatEndsWithAnErrorHoldsUpNoOtherMail() {
    deliver(mail(1, "Mail"));
    deliver(mail(2, "Mail"));
    reader =
        mail -> {
          if (mail.subject().equals("Mail 1")) {
            throw new StackOverflowError();
          }
          return read.add(mail);
        };

    readAndHandle();

    assertThat(read).extracting(IncomingMail::subject).containsExactly("Mail 2");
    assertThat(count("state = 'RECEIVED' and error = 'java.lang.StackOverflowError'")).isOne();
  }

  @Test
  void readingThatEndsWithAnErrorGivesTheMailboxBackAndHealthSaysSo() {
    deliver(mail(1, "Mail"));
    var failing =
        new MailIntake(store, bean(MailMatcher.class), clock) {
          @Override
          boolean receive(ReceivedMail mail, Origin origin) {
            throw new OutOfMemoryError("Mail");
          }
        };
    var node =
        new MailboxReading(
            settings(),
            lease,
            store,
            failing,
            new MailboxCleaning(settings(), content(settings()), clock));

    assertThatThrownBy(node::read).isInstanceOf(OutOfMemoryError.class);

    assertThat(health(settings()).getStatus().getCode()).isEqualTo("DEGRADED");
    assertThat(health(settings()).getDetails())
        .containsEntry("unavailableSince", clock.instant())
        .containsEntry("trouble", "Reading has stopped: java.lang.OutOfMemoryError");
    assertThat(readAndHandle()).as("after the pause").isEqualTo(1);
    assertThat(health(settings()).getStatus().getCode()).isEqualTo("UP");
  }

  @Test
  void healthSaysWhenNoNodeReadsAnyMore() {
    readAndHandle();
    var expected = clock.instant().plus(settings().every());
    clock.moveBy(Duration.ofMinutes(5));
    assertThat(health(settings()).getStatus().getCode()).isEqualTo("UP");

    clock.moveBy(Duration.ofMinutes(1));

    assertThat(health(settings()).getStatus().getCode()).isEqualTo("DEGRADED");
    assertThat(health(settings()).getDetails()).containsEntry("notReadSince", expected);
    lease.take(settings().mailbox(), Duration.ofMinutes(2));
    assertThat(health(settings()).getStatus().getCode()).as("a node reads").isEqualTo("UP");
  }

  @Test
  void ofManyLongPartsOnlyTheFirstWordsAreRead() {
    var mail =
        new StringBuilder("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n");
    for (var part = 0; part < 40; part++) {
      mail.append("--b\nContent-Type: text/plain\n\nPart ")
          .append(part)
          .append("\na".repeat(500_000))
          .append("\n");
    }
    deliver(mail.append("--b--\n").toString());

    var start = System.nanoTime();
    readAndHandle();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(read.get(0).text()).startsWith("Part 0\na").hasSize(100_000);
  }
}
