package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
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
    "HUMAN, ana@customer.example, , true",
    "HUMAN, ana@customer.example, 2026-03-02T09:00:00Z, true",
    "HUMAN, ana@customer.example, 2026-03-02T09:00:01Z, false",
    "HUMAN, , , false",
    "AUTOMATIC, ana@customer.example, , false",
    "DELIVERY_REPORT, ana@customer.example, , false"
  })
  void onlyPeopleAndOneInSevenDays(MailKind kind, String from, Instant last, boolean may) {
    assertThat(AnswerRule.mayAnswer(kind, from, last, NOW)).isEqualTo(may);
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
    return transaction.execute(status -> answers.claim(kind, from));
  }
}
