package com.customerfocus.cascade;

import static com.customerfocus.cascade.Tallies.FRESH;
import static com.customerfocus.cascade.Tallies.LARGE;
import static com.customerfocus.cascade.Tallies.TOO_OLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.CascadeFigures.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TalliesTests {

  private static final Duration MOMENT = Duration.ofMillis(1);

  private final Queue<Runnable> background = new ArrayDeque<>();
  private long nanos;
  private long answers;
  private int audience = LARGE;
  private final Tallies tallies = new Tallies(this::count, () -> nanos, background::add);

  @Test
  void aSmallAudienceIsCountedForEveryoneWhoAsks() {
    audience = LARGE - 1;

    assertThat(answersShown()).isZero();
    answers++;
    assertThat(answersShown()).isEqualTo(1);
  }

  @Test
  void aLargeAudienceIsCountedOnceInAMomentWhoeverAsks() {
    assertThat(answersShown()).isZero();
    answers++;
    pass(FRESH.minus(MOMENT));

    assertThat(answersShown()).isZero();
    runBackground();

    assertThat(answersShown()).isZero();
  }

  @Test
  void nobodyWaitsForTheNextCount() {
    answersShown();
    answers++;
    pass(FRESH.plus(MOMENT));

    assertThat(answersShown()).isZero();
    runBackground();

    assertThat(answersShown()).isEqualTo(1);
  }

  @Test
  void nobodySeesAnOldCount() {
    answersShown();
    answers++;
    pass(TOO_OLD.plus(MOMENT));

    assertThat(answersShown()).isEqualTo(1);
  }

  @Test
  void aCascadeThatHasClosedIsCountedAnew() {
    answersShown();
    answers++;

    assertThat(tallies.of(cascade(CascadeState.CLOSED)).total().acknowledged()).isEqualTo(1);
  }

  private long answersShown() {
    return tallies.of(cascade(CascadeState.RUNNING)).total().acknowledged();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private void runBackground() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private Tally count(long cascadeId) {
    var counts = new Counts(audience, audience - answers, 0, answers, 0, 0);
    return new Tally(Instant.EPOCH, List.of(new Tally.Part("Sales", "Old Company", 1, counts)));
  }

  private static Cascade cascade(CascadeState state) {
    return new Cascade(
        1, state, "Memo", null, 5, 5, "boss", null, null, null, null, null, null, null, null, null,
        1);
  }
}
