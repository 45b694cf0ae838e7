package com.customerfocus.deadline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.support.InvalidSettingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationDeadlinesTests {

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 61})
  void daysThatMakeNoSenseAreRefusedWithTheNameOfTheSetting(int days) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> new EscalationDeadlines(null, days))
        .withMessage("customer-focus.cascades.unblock-after-days is %d.".formatted(days));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60})
  void anyOtherNumberIsTaken(int days) {
    assertThatCode(() -> new EscalationDeadlines(null, days)).doesNotThrowAnyException();
  }
}
