package com.customerfocus.customercase.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.worktime.SampleCalendars;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The owner works from Monday to Friday, 9 to 17, in Madrid. */
class FollowUpRulesTests {

  private static final String ZONE = "Europe/Madrid";

  private static final com.customerfocus.worktime.WorkingCalendar OWNER =
      SampleCalendars.of(ZONE, "monday-friday", "09:00-17:00");

  @ParameterizedTest(name = "closed on {0}: {1}, {2}, {3}")
  @CsvSource({
    // The 30th day is a Sunday.
    "2026-11-27, 2026-12-28, 2027-02-25, 2027-05-26",
    // The 30th a Saturday, the 180th a Tuesday.
    "2026-11-26, 2026-12-28, 2027-02-24, 2027-05-25",
    // A leap day lies between.
    "2028-01-31, 2028-03-01, 2028-05-01, 2028-07-31",
  })
  void aDayOffIsMovedToTheNextWorkingDay(
      LocalDate closed, LocalDate first, LocalDate second, LocalDate third) {
    assertThat(FollowUpRules.planned(closed, OWNER))
        .extracting(FollowUpRules.Planned::on)
        .containsExactly(first, second, third);
  }

  @Test
  void itBeginsWhenTheOwnerBeginsToWork() {
    assertThat(FollowUpRules.planned(LocalDate.parse("2026-11-27"), OWNER).get(1).from())
        .isEqualTo(LocalDateTime.parse("2027-02-25T09:00").atZone(ZoneId.of(ZONE)).toInstant());
  }

  @Test
  void hoursUntilMidnightBelongToTheDayBefore() {
    var late = SampleCalendars.of(ZONE, "monday-saturday", "20:00-24:00");

    assertThat(FollowUpRules.planned(LocalDate.parse("2026-11-27"), late).get(0).on())
        .isEqualTo(LocalDate.parse("2026-12-28"));
  }

  @ParameterizedTest(name = "first {0}, another {1}: {2}")
  @CsvSource({
    "2026-11-27, 2026-11-27, true",
    "2026-11-27, 2026-12-11, true",
    "2026-11-27, 2026-12-12, false",
    "2026-11-27, 2026-11-26, false",
  })
  void casesClosedWithinFourteenDaysShareThem(LocalDate first, LocalDate other, boolean shared) {
    assertThat(FollowUpRules.areShared(first, other)).isEqualTo(shared);
  }
}
