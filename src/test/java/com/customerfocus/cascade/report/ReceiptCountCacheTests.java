package com.customerfocus.cascade.report;

import static com.customerfocus.cascade.report.ReceiptCountCache.FRESH;
import static com.customerfocus.cascade.report.ReceiptCountCache.LARGE;
import static com.customerfocus.cascade.report.ReceiptCountCache.TOO_OLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.CascadeState;
import com.customerfocus.cascade.receipt.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ReceiptCountCacheTests {

  private static final Duration MOMENT = Duration.ofMillis(1);

  private final Queue<Runnable> background = new ArrayDeque<>();
  private long nanos;
  private long answers;
  private int audience = LARGE;
  private final ReceiptCountCache receiptCountCache =
      new ReceiptCountCache(this::count, () -> nanos, background::add);

  @Test
  void aSmallAudienceIsCountedForEachRequest() {
    audience = LARGE - 1;

    assertThat(answersShown()).isZero();
    answers++;
    assertThat(answersShown()).isEqualTo(1);
  }

  @Test
  void aLargeAudienceIsCountedOnceForAllReaders() {
    assertThat(answersShown()).isZero();
    answers++;
    pass(FRESH.minus(MOMENT));

    assertThat(answersShown()).isZero();
    runBackground();

    assertThat(answersShown()).isZero();
  }

  @Test
  void readersDoNotWaitForTheNextCount() {
    answersShown();
    answers++;
    pass(FRESH.plus(MOMENT));

    assertThat(answersShown()).isZero();
    runBackground();

    assertThat(answersShown()).isEqualTo(1);
  }

  @Test
  void outdatedCountsAreNotShown() {
    answersShown();
    answers++;
    pass(TOO_OLD.plus(MOMENT));

    assertThat(answersShown()).isEqualTo(1);
  }

  @Test
  void aCascadeThatHasClosedIsCountedAnew() {
    answersShown();
    answers++;

    assertThat(receiptCountCache.of(cascade(CascadeState.CLOSED)).total().acknowledged())
        .isEqualTo(1);
  }

  private long answersShown() {
    return receiptCountCache.of(cascade(CascadeState.RUNNING)).total().acknowledged();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private void runBackground() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private ReceiptCounts count(long cascadeId) {
    var counts = new Counts(audience, audience - answers, 0, answers, 0, 0);
    return new ReceiptCounts(
        Instant.EPOCH, List.of(new ReceiptCounts.Part("Sales", "Old Company", 1, counts)));
  }

  private static Cascade cascade(CascadeState state) {
    return new Cascade(
        1, state, "Memo", null, 5, 5, "boss", null, null, null, null, null, null, null, null, null,
        1);
  }
}
