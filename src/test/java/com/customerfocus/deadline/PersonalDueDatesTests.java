package com.customerfocus.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** When what Ana in Toledo promises for a day is due, and when she is asked, on her own clock. */
@CustomerFocusTest
class PersonalDueDatesTests {

  private static final ZoneId TOLEDO = ZoneId.of("Europe/Madrid");

  private final PersonalDueDates days;
  private final OrganizationImporter importer;
  private final MovableClock clock;

  @Autowired
  PersonalDueDatesTests(PersonalDueDates days, OrganizationImporter importer, MovableClock clock) {
    this.days = days;
    this.importer = importer;
    this.clock = clock;
  }

  @BeforeEach
  void ana() {
    new Company().at("Toledo").add("ana", null, "Sales", "").importInto(importer);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00, , Fill in the date",
    "2026-03-02T10:00, tomorrow, Fill in the date",
    "2026-03-02T10:00, 2026-02-30, Fill in the date",
    "2026-03-02T10:00, 2026-03-01, is over: choose a working day to come",
    "2026-03-02T17:00, 2026-03-02, is over: choose a working day to come",
    "2026-03-02T23:30, 2026-03-02, is over: choose a working day to come",
    "2026-03-07T11:00, 2026-03-07, is over: choose a working day to come",
    "2026-03-07T11:00, 2026-03-08, is over: choose a working day to come",
    "2026-03-02T10:00, 2027-03-03, is more than a year away",
    "2026-03-02T10:00, +999999999-12-31, is more than a year away",
  })
  void aDayThatCannotBePromisedForIsRefused(LocalDateTime now, String day, String refusal) {
    clock.moveTo(now.atZone(TOLEDO).toInstant());

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> days.endOf(day, "ana"))
        .withMessageContaining(refusal);
  }

  @ParameterizedTest
  @CsvSource({
    // the end of work on the day, asked two working days before
    "2026-03-02T10:00, 2026-03-13, 2026-03-13T17:00, 2026-03-11T17:00",
    "2026-03-02T10:00, 2026-03-16, 2026-03-16T17:00, 2026-03-12T17:00",
    // on a Sunday, on Good Friday, which follows a holiday: the last working day before
    "2026-03-02T10:00, 2026-03-15, 2026-03-13T17:00, 2026-03-11T17:00",
    "2026-03-02T10:00, 2026-04-03, 2026-04-01T17:00, 2026-03-30T17:00",
    // in a year
    "2026-03-02T10:00, 2027-03-02, 2027-03-02T17:00, 2027-02-26T17:00",
    // so soon that she is asked half-way there: in three days, tomorrow, today, over a weekend
    "2026-03-02T10:00, 2026-03-04, 2026-03-04T17:00, 2026-03-03T13:30",
    "2026-03-02T10:00, 2026-03-03, 2026-03-03T17:00, 2026-03-03T09:30",
    "2026-03-02T10:00, 2026-03-02, 2026-03-02T17:00, 2026-03-02T13:30",
    "2026-03-06T16:00, 2026-03-09, 2026-03-09T17:00, 2026-03-09T12:30",
  })
  void aPromiseIsDueAtTheEndOfWork(
      LocalDateTime now, String day, LocalDateTime due, LocalDateTime asked) {
    clock.moveTo(now.atZone(TOLEDO).toInstant());

    var end = days.endOf(day, "ana");

    assertThat(LocalDateTime.ofInstant(end, TOLEDO)).isEqualTo(due);
    assertThat(LocalDateTime.ofInstant(days.askAt(end, days.calendar("ana")), TOLEDO))
        .isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T12:30, 2026-03-03T12:30",
    "2026-03-03T17:00, 2026-03-03T17:00",
    // in the evening, on a Sunday: the last working moment before; of a day the end of work
    "2026-03-03T19:00, 2026-03-03T17:00",
    "2026-03-08T11:00, 2026-03-06T17:00",
    "2026-03-04, 2026-03-04T17:00",
  })
  void aMomentIsMovedIntoTheWorkingTime(String typed, LocalDateTime moment) {
    clock.moveTo(LocalDateTime.parse("2026-03-02T10:00").atZone(TOLEDO).toInstant());

    assertThat(LocalDateTime.ofInstant(days.moment(typed, "ana"), TOLEDO)).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({
    ", Fill in the date",
    "at the weekend, Fill in the date",
    "2026-03-02T09:59, is over: choose a working day to come",
    "2026-03-02T08:00, is over: choose a working day to come",
    "2027-03-02T10:01, is more than a year away",
  })
  void aMomentThatIsNotToComeIsRefused(String typed, String refusal) {
    clock.moveTo(LocalDateTime.parse("2026-03-02T10:00").atZone(TOLEDO).toInstant());

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> days.moment(typed, "ana"))
        .withMessageContaining(refusal);
  }
}
