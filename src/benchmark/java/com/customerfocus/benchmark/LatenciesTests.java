package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTests {

  private static final long MILLISECOND = 1_000_000;

  @Test
  void whereNothingWasDoneThereIsNoTime() {
    assertThat(Latencies.ofNanos().percentile(50)).isNaN();
    assertThat(Latencies.ofNanos().count()).isZero();
  }

  @Test
  void aPercentileIsATimeThatWasReallyTaken() {
    var latencies = Latencies.ofNanos(30 * MILLISECOND, 10 * MILLISECOND, 20 * MILLISECOND);

    assertThat(latencies.percentile(1)).isEqualTo(10);
    assertThat(latencies.percentile(50)).isEqualTo(20);
    assertThat(latencies.percentile(67)).isEqualTo(30);
    assertThat(latencies.percentile(99)).isEqualTo(30);
  }

  @Test
  void ninetyFiveOfAHundredTookNoLongerThanTheNinetyFifthPercentile() {
    var hundred = LongStream.rangeClosed(1, 100).map(ms -> ms * MILLISECOND).toArray();

    assertThat(Latencies.ofNanos(hundred).percentile(95)).isEqualTo(95);
    assertThat(Latencies.ofNanos(hundred).percentile(100)).isEqualTo(100);
    assertThat(Latencies.ofNanos(hundred).count()).isEqualTo(100);
  }
}
