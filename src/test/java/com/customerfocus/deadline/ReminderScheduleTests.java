package com.customerfocus.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The days on which a memo's author wants people reminded, as typed. */
class ReminderScheduleTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two days before",
        "1.5",
        "-2, , 3",
        ",",
        "--2",
        "99999999999",
        "-31",
        "0, 61",
        "1,2,3,4,5,6,7,8,9,10,11",
        "<script>",
      })
  void whatIsNoListOfSensibleDaysIsNone(String typed) {
    assertThat(ReminderSchedule.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  \n", "\u00A0", "\u200B"})
  void nothingMeansTheUsualDays(String typed) {
    assertThat(ReminderSchedule.parse(typed)).contains(ReminderSchedule.USUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "'-2, 0, 3', '-2, 0, 3'",
    "'3,0 -2', '-2, 0, 3'",
    "'3,\u00A00\u2009-2\u200B', '-2, 0, 3'",
    "'0; 0; 5', '0, 5'",
    "' +1 ', 1",
    "\u22121, -1",
    "-30 60, '-30, 60'",
    "'1,2,3,4,5,6,7,8,9,10', '1, 2, 3, 4, 5, 6, 7, 8, 9, 10'",
  })
  void daysAreKeptInOrderEachOnce(String typed, String kept) {
    assertThat(ReminderSchedule.parse(typed)).hasToString("Optional[%s]".formatted(kept));
  }

  @Test
  void theAuthorIsToldWhatIsPossible() {
    assertThat(ReminderSchedule.whatIsPossible().inEnglish())
        .isEqualTo(
            "Give up to 10 whole numbers from -30 to 60 with commas between them, such as -2, 0, 3.");
  }
}
