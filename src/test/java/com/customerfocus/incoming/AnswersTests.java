package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.incoming.message.MailParser;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.Uncommitted;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may get an automatic answer, and when again. */
@CustomerFocusTest
class AnswersTests {

  private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");

  private final AutomaticAnswers answers;
  private final TransactionTemplate transaction;
  private final MovableClock clock;

  @Autowired
  AnswersTests(AutomaticAnswers answers, TransactionTemplate transaction, MovableClock clock) {
    this.answers = answers;
    this.transaction = transaction;
    this.clock = clock;
  }

  @ParameterizedTest
  @CsvSource({
    "HUMAN, false, ana@customer.example, , true",
    "HUMAN, false, ana@customer.example, 2026-03-02T09:00:00Z, true",
    "HUMAN, false, ana@customer.example, 2026-03-02T09:00:01Z, false",
    "HUMAN, false, , , false",
    "HUMAN, true, ana@customer.example, , false",
    "AUTOMATIC, false, ana@customer.example, , false",
    "DELIVERY_REPORT, false, ana@customer.example, , false"
  })
  void onlyPeopleAndOneInSevenDays(
      MailKind kind, boolean bulk, String from, Instant last, boolean may) {
    assertThat(AnswerRule.mayAnswer(kind, bulk, from, last, NOW)).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Subject: Hello                                                           | true
          Auto-Submitted: no                                                       | true
          X-Auto-Response-Suppress: All                                            | true
          Precedence: first-class                                                  | true
          Return-Path: <ana@customer.example>                                      | true
          Auto-Submitted: auto-replied                                             | false
          Auto-Submitted: auto-generated                                           | false
          Auto-Submitted: auto-notified                                            | false
          Return-Path: <>                                                          | false
          Return-Path: < >                                                         | false
          List-Id: <news.example>                                                  | false
          List-Unsubscribe: <https://list.example>                                 | false
          List-Post: <mailto:list@list.example>                                    | false
          list-help: <mailto:help@list.example>                                    | false
          Precedence: bulk                                                         | false
          Precedence: junk                                                         | false
          Precedence: list                                                         | false
          PRECEDENCE: Bulk                                                         | false
          Content-Type: multipart/report; report-type=delivery-status; boundary=b  | false
          Content-Type: multipart/report; report-type=disposition-notification; boundary=b | false
          Content-Type: multipart/report; boundary=b                               | false
          From: MAILER-DAEMON@mx.example                                           | false
          From: Mail Delivery System <mailer-daemon@mx.example>                    | false
          Sender: ana@customer.example                                             | true
          """)
  void whatIsNoMailOfAPersonIsNeverAnswered(String header, boolean may) throws Exception {
    var from = header.startsWith("From:") ? "" : "From: ana@customer.example\r\n";
    var source = from + header + "\r\n\r\nHello\r\n";
    var mail =
        MailParser.read(
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.US_ASCII))));

    assertThat(AnswerRule.mayAnswer(mail.kind(), mail.bulk(), mail.from(), null, NOW))
        .isEqualTo(may);
    assertThat(claim(mail.kind(), mail.bulk(), mail.from())).isEqualTo(may);
  }

  @Test
  void twoMailsOfOneAddressAtTheSameMomentGetOneAnswer() throws Exception {
    var together = new CyclicBarrier(4);
    var threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> claim =
          () -> {
            together.await();
            return claim(MailKind.HUMAN, "ana@customer.example");
          };
      var answered = 0;
      for (var claimed : threads.invokeAll(Collections.nCopies(4, claim))) {
        answered += claimed.get() ? 1 : 0;
      }
      assertThat(answered).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theSecondOfTwoTransactionsWaitsForTheFirstAndGoesOn() throws Exception {
    Future<Boolean> second;
    try (var first =
        new Uncommitted(
            transaction,
            () ->
                assertThat(answers.claim(MailKind.HUMAN, false, "ana@customer.example"))
                    .isTrue())) {
      second =
          first.meanwhile(
              () ->
                  transaction.execute(
                      status -> {
                        var claimed = answers.claim(MailKind.HUMAN, false, "ana@customer.example");
                        // What the reader does besides is not given up.
                        assertThat(answers.claim(MailKind.HUMAN, false, "luis@customer.example"))
                            .isTrue();
                        return claimed;
                      }));
    }
    assertThat(second.get(1, TimeUnit.MINUTES)).isFalse();
    assertThat(claim(MailKind.HUMAN, "luis@customer.example")).isFalse();
  }

  @Test
  void anAddressIsAnsweredAgainAfterSevenDays() {
    assertThat(claim(MailKind.AUTOMATIC, "ana@customer.example")).isFalse();
    assertThat(claim(MailKind.HUMAN, null)).isFalse();
    assertThat(claim(MailKind.HUMAN, "ana@customer.example")).isTrue();
    assertThat(claim(MailKind.HUMAN, "ana@customer.example")).isFalse();
    assertThat(claim(MailKind.HUMAN, "luis@customer.example")).isTrue();
    clock.moveBy(Duration.ofDays(7).minusSeconds(1));
    answers.removeOld();
    assertThat(claim(MailKind.HUMAN, "ana@customer.example")).isFalse();
    clock.moveBy(Duration.ofSeconds(1));
    assertThat(claim(MailKind.HUMAN, "ana@customer.example")).isTrue();
    clock.moveBy(Duration.ofDays(7));
    answers.removeOld();
    assertThat(claim(MailKind.HUMAN, "ana@customer.example")).isTrue();
  }

  private boolean claim(MailKind kind, String from) {
    return claim(kind, false, from);
  }

  private boolean claim(MailKind kind, boolean bulk, String from) {
    return transaction.execute(status -> answers.claim(kind, bulk, from));
  }
}
