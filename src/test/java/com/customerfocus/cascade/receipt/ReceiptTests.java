package com.customerfocus.cascade.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whether a person may acknowledge a version of a memo now. */
class ReceiptTests {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(1);

  /**
   * The memo is at version 4, and its version 3 was the last that everyone has to have answered.
   */
  @ParameterizedTest(name = "{0} at version {1}, version {2} read: {3}")
  @CsvSource({
    // A person who is pending has read the required version, or a newer one.
    "PENDING, 1, 2, false",
    "PENDING, 1, 3, true",
    "PENDING, 1, 4, true",
    "PENDING, 3, 3, true",
    // The row knows of version 4 before the cascade does, as the statement saw it.
    "PENDING, 4, 3, false",
    // A version that is not published yet.
    "PENDING, 3, 5, false",
    // Briefed on the required version.
    "BRIEFED, 3, 3, true",
    "BRIEFED, 4, 3, true",
    "BRIEFED, 3, 2, false",
    // Answered a version that no longer counts: the answer comes before the question.
    "BRIEFED, 2, 3, true",
    "BRIEFED, 2, 2, false",
    "ACKNOWLEDGED, 2, 3, true",
    "ACKNOWLEDGED, 1, 4, true",
    "ACKNOWLEDGED, 2, 2, false",
    // Acknowledged already.
    "ACKNOWLEDGED, 3, 3, false",
    "ACKNOWLEDGED, 3, 4, false",
    // Excused or lapsed for good.
    "EXCUSED, 1, 4, false",
    "LAPSED, 1, 4, false",
  })
  void dependsOnStateAndVersions(ReceiptState state, int version, int read, boolean may) {
    assertThat(receipt(state, version, LATER, false, true).mayAcknowledge(read, NOW))
        .isEqualTo(may);
  }

  @ParameterizedTest
  @EnumSource(ReceiptState.class)
  void aMemoClosedOrWithdrawnOrOfALeaverCannotBeAcknowledged(ReceiptState state) {
    assertThat(receipt(state, 1, NOW, false, true).mayAcknowledge(4, NOW)).isFalse();
    assertThat(receipt(state, 1, LATER, true, true).mayAcknowledge(4, NOW)).isFalse();
    assertThat(receipt(state, 1, LATER, false, false).mayAcknowledge(4, NOW)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, 1, 2, true",
    "PENDING, 1, 3, false",
    "PENDING, 4, 3, true",
    "BRIEFED, 4, 3, false",
    "ACKNOWLEDGED, 2, 2, true",
    "ACKNOWLEDGED, 2, 4, false",
    "EXCUSED, 1, 2, true",
  })
  void aReaderOfAnEarlierVersionIsToldSo(
      ReceiptState state, int version, int read, boolean outdated) {
    assertThat(receipt(state, version, LATER, false, true).isOutdated(read)).isEqualTo(outdated);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReceiptState.class,
      names = {"BRIEFED", "ACKNOWLEDGED"})
  void anAnswerToAnEarlierVersionIsAskedForAgain(ReceiptState state) {
    assertThat(receipt(state, 2, LATER, false, true).isReattestationDue()).isTrue();
    assertThat(receipt(state, 3, LATER, false, true).isReattestationDue()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = ReceiptState.class,
      names = {"BRIEFED", "ACKNOWLEDGED"},
      mode = Mode.EXCLUDE)
  void noAnswerIsAskedForAgainThatWasNotGiven(ReceiptState state) {
    assertThat(receipt(state, 1, LATER, false, true).isReattestationDue()).isFalse();
  }

  @Test
  void thePageIsOpenAsLongAsTheMemoAsItIsNowCanBeAcknowledged() {
    assertThat(receipt(ReceiptState.PENDING, 1, LATER, false, true).isOpen(NOW)).isTrue();
    assertThat(receipt(ReceiptState.ACKNOWLEDGED, 2, LATER, false, true).isOpen(NOW)).isTrue();
    assertThat(receipt(ReceiptState.ACKNOWLEDGED, 3, LATER, false, true).isOpen(NOW)).isFalse();
    assertThat(receipt(ReceiptState.PENDING, 1, NOW, false, true).isOpen(NOW)).isFalse();
  }

  private static Receipt receipt(
      ReceiptState state, int version, Instant closesAt, boolean withdrawn, boolean active) {
    return new Receipt(1, state, version, 3, 4, closesAt, withdrawn, active);
  }
}
