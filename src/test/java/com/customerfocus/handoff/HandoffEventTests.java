package com.customerfocus.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is ping-pong, by the departments that were asked one after the other. */
class HandoffEventTests {

  @ParameterizedTest
  @CsvSource({
    "logistics,                              false",
    "logistics logistics,                    false",
    "logistics workshop,                     false",
    "logistics workshop contracts,           false",
    "logistics workshop logistics,           true",
    "logistics logistics workshop logistics, true",
    "logistics workshop workshop,            false",
    "logistics workshop contracts workshop,  true",
  })
  void aDepartmentThatIsAskedOnceMoreAfterAnotherOneIsPingPong(String asked, boolean isPingPong) {
    assertThat(HandoffEvent.isBackAndForth(List.of(asked.split(" ")))).isEqualTo(isPingPong);
  }
}
