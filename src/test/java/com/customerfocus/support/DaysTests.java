package com.customerfocus.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-02",
        "2026-12-02 00:00",
        "2026-12-02 00:00:00",
        "2026-12-02T00:00:00",
        "2026-12-02 00:00:00.000"
      })
  void aDayMayEndInMidnight(String text) {
    assertThat(Days.of(text)).contains(LocalDate.of(2026, 12, 2));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "02.12.2026",
        "12/2/2026",
        "46358",
        "2026-02-30",
        "2026-12-02 12:00:00",
        "2026-12-02T00:00:00Z",
        "2026-12-02T00:00:00+01:00",
        "1899-12-31",
        "-2026-12-02",
        "+10000-01-01",
        "+999999999-12-31",
        "2026-12-02 00:00:00.000000000000000000000000000000"
      })
  void otherTextsAreNoDays(String text) {
    assertThat(Days.of(text)).isEmpty();
  }
}
