package com.customerfocus.customercase.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Period;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of answers, and periods. */
class EstimateTests {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest(name = "{0} of {1}: {3} to {4}")
  @CsvSource({
    "1, 1, 100, 21, 100",
    "0, 1, 0, 0, 79",
    "9, 10, 90, 60, 98",
    "90, 100, 90, 83, 94",
    "470, 500, 94, 92, 96"
  })
  void theIntervalOfAShareIsThatOfWilson(long those, long n, long value, long low, long high) {
    assertThat(Estimate.wilson(those, n)).isEqualTo(new Estimate(n, value, low, high, false));
  }

  @ParameterizedTest(name = "{0} promoters and {1} detractors of {2}: {4} to {5}")
  @CsvSource({"6, 1, 10, 50, 0, 77", "60, 10, 100, 50, 35, 62", "0, 5, 5, -100, -100, -17"})
  void theIntervalOfPromotersIsAdjustedWald(
      long promoters, long detractors, long n, long value, long low, long high) {
    assertThat(Estimate.netPromoter(promoters, detractors, n))
        .isEqualTo(new Estimate(n, value, low, high, false));
  }

  @Test
  void fewerThanFiveAnswersSayTooLittle() {
    assertThat(Estimate.share(4, 4)).isEqualTo(new Estimate(4, null, null, null, true));
    assertThat(Estimate.netPromoter(0, 0, 0)).isEqualTo(new Estimate(0, null, null, null, true));
    assertThat(Estimate.share(5, 5).tooFew()).isFalse();
  }

  @Test
  void aPeriodIsThatOfNinetyDaysUpToThisMoment() {
    assertThat(Period.of(null, null, NOW))
        .isEqualTo(
            new Period(
                Instant.parse("2025-12-02T09:00:00.001Z"),
                Instant.parse("2026-03-02T09:00:00.001Z")));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Period.of(NOW, NOW, NOW));
    for (var far : List.of(Instant.MIN, Instant.MAX)) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> Period.of(null, far, NOW));
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> Period.of(far, null, NOW));
    }
  }
}
