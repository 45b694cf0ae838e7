package com.customerfocus.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is ping-pong, by the departments that had the work one after the other. */
class HandoffEventTests {

  @ParameterizedTest
  @CsvSource({
    "orders,                              logistics, false",
    "orders logistics,                    logistics, false",
    "orders logistics,                    workshop,  false",
    "orders logistics workshop,           contracts, false",
    "orders logistics workshop,           logistics, true",
    "orders logistics workshop,           workshop,  false",
    "orders logistics workshop contracts, workshop,  true",
    // A part: orders asked logistics, which now asks.
    "orders logistics,                    orders,    true",
    "orders logistics workshop,           orders,    true",
  })
  void aDepartmentThatGetsBackWhatItHadIsPingPong(
      String before, String department, boolean isPingPong) {
    assertThat(HandoffEvent.comesBack(List.of(before.split(" ")), department))
        .isEqualTo(isPingPong);
  }
}
