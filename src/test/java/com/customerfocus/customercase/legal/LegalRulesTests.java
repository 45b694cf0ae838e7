package com.customerfocus.customercase.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.customercase.legal.LegalRules.What;
import com.customerfocus.worktime.BusinessDays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines on the calendars of London and Madrid. */
class LegalRulesTests {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  private static LegalRules.Deadline inLondon(What what, String period, String received) {
    return LegalRules.deadline(
        what,
        LegalPeriod.parse(period),
        LocalDateTime.parse(received).atZone(LONDON).toInstant(),
        BusinessDays.of("gb", "eng"),
        LONDON);
  }

  @ParameterizedTest(name = "received {0}: {1}")
  @CsvSource({
    // Christmas on Friday, Boxing Day on Saturday with Monday as its substitute.
    "2026-12-24T10:00, 2026-12-31",
    "2026-12-24T23:59, 2026-12-31",
    // On a Saturday: the three days follow it.
    "2026-11-28T10:00, 2026-12-02",
    // Good Friday and Easter Monday.
    "2027-03-25T10:00, 2027-04-01",
  })
  void theThirdBusinessDayAfterReceipt(String received, LocalDate last) {
    assertThat(inLondon(What.EARLY, "3 business days", received))
        .returns(last, LegalRules.Deadline::lastDay)
        .returns(last.atTime(17, 0).atZone(LONDON).toInstant(), LegalRules.Deadline::passesAt);
  }

  @ParameterizedTest(name = "received {0}: {1}")
  @CsvSource({"2026-12-24T10:00, 2027-02-18", "2026-11-27T00:00, 2027-01-22"})
  void theEndOfEightWeeks(String received, LocalDate last) {
    assertThat(inLondon(What.FINAL, "8 weeks", received))
        .returns(last, LegalRules.Deadline::lastDay)
        .returns(last.plusDays(1).atStartOfDay(LONDON).toInstant(), LegalRules.Deadline::passesAt);
  }

  @ParameterizedTest(name = "received {0}: {1}")
  @CsvSource({
    // Without 25 December, 1 January and 6 January.
    "2026-12-24T10:00, 2027-01-19",
    // Without 8 December; 7 December stands for the Sunday before it in some regions only.
    "2026-11-27T10:00, 2026-12-21",
  })
  void fifteenWorkingDaysInSpain(String received, LocalDate last) {
    assertThat(
            LegalRules.deadline(
                    What.FINAL,
                    LegalPeriod.parse("15 business days"),
                    LocalDateTime.parse(received).atZone(MADRID).toInstant(),
                    BusinessDays.of("es", null),
                    MADRID)
                .lastDay())
        .isEqualTo(last);
  }

  @ParameterizedTest(name = "{0}, received {1}: {2}")
  @CsvSource({
    "EARLY, 2026-12-24T10:00, 2026-12-30T09:00",
    // Five business days before 18 February.
    "FINAL, 2026-12-24T10:00, 2027-02-11T09:00",
  })
  void theOwnerIsWarnedOnABusinessDayBefore(What what, String received, String warned) {
    var period = what == What.EARLY ? "3 business days" : "8 weeks";

    assertThat(inLondon(what, period, received).warnAt())
        .isEqualTo(LocalDateTime.parse(warned).atZone(LONDON).toInstant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0 weeks", "8 Weeks", "3 d", "3 working days", "-1 weeks"})
  void whatIsNoPeriodIsRefused(String text) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> LegalPeriod.parse(text));
  }
}
