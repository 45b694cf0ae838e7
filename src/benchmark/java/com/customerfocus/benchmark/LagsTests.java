package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagsTests {

  @Test
  void nothingThatFellDueIsNotPunctual() {
    assertThat(Lags.of(List.of()).isPunctual()).isFalse();
  }

  @Test
  void twoOfAHundredThatAreLateAreTooMany() {
    assertThat(lags(98, 2).isPunctual()).isFalse();
  }

  @Test
  void oneOfAHundredMayBeLate() {
    assertThat(lags(99, 1).isPunctual()).isTrue();
    assertThat(lags(99, 1).late().percentile(100)).isEqualTo(2001);
  }

  @Test
  void twoSecondsAreOnTime() {
    assertThat(lags(100, 0).shareOnTime()).isEqualTo(1);
  }

  private static Lags lags(int onTime, int late) {
    var lags = new ArrayList<>(Collections.nCopies(onTime, Duration.ofSeconds(2)));
    lags.addAll(Collections.nCopies(late, Duration.ofMillis(2001)));
    return Lags.of(lags);
  }
}
