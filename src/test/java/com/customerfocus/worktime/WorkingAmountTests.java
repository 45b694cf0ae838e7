package com.customerfocus.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.support.InvalidInputException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingAmountTests {

  @ParameterizedTest
  @CsvSource({
    "30 min,    0, PT30M",
    "30min,     0, PT30M",
    "1 min,     0, PT1M",
    "4 h,       0, PT4H",
    "1000 h,    0, PT1000H",
    "2 d,       2, PT0S",
    "250 d,   250, PT0S"
  })
  void anAmountIsReadAsPeopleWriteIt(String text, int days, Duration hours) {
    assertThat(WorkingAmount.parse(text)).isEqualTo(new WorkingAmount(days, hours));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''       | "" is no working time: write 30 min, 4 h or 2 d.
          4        | "4" is no working time: write 30 min, 4 h or 2 d.
          4 hours  | "4 hours" is no working time: write 30 min, 4 h or 2 d.
          1.5 h    | "1.5 h" is no working time: write 30 min, 4 h or 2 d.
          -1 h     | "-1 h" is no working time: write 30 min, 4 h or 2 d.
          PT4H     | "PT4H" is no working time: write 30 min, 4 h or 2 d.
          ٤ h      | "٤ h" is no working time: write 30 min, 4 h or 2 d.
          0 min    | "0 min" is no time: write at least 1 min.
          0 d      | "0 d" is no time: write at least 1 min.
          251 d    | "251 d" is too long: at most 250 fit.
          9999 h   | "9999 h" is too long: at most 1,000 fit.
          9999999 d| "9999999 d" is no working time: write 30 min, 4 h or 2 d.
          """)
  void whatIsNoAmountIsSaidInWords(String text, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> WorkingAmount.parse(text))
        .withMessage(message);
  }
}
