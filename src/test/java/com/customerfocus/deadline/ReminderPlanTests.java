package com.customerfocus.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.worktime.OfficeHours;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a look at a briefing finds. Answers are due on Monday, 9 March 2026, at noon; people are
 * reminded two working days before, on Thursday the 5th, then on the 9th and on Thursday the 12th;
 * from Friday the 13th on they are late. Saturdays and Sundays are closed.
 */
class ReminderPlanTests {

  private static final Instant DUE = march("09T12");

  @ParameterizedTest(name = "seen to until {0}, now {1}: remind {2}, late {3}, again {4}")
  @CsvSource({
    // The memo has just been passed on.
    "02T12, 02T12, false, false, 05T12",
    "02T12, 05T11, false, false, 05T12",
    // Each reminder at its time, and only once.
    "02T12, 05T12, true,  false, 09T12",
    "05T12, 05T13, false, false, 09T12",
    "05T12, 09T12, true,  false, 12T12",
    "09T12, 12T12, true,  false, 13T12",
    // People get a day after a delayed last reminder.
    "12T12, 13T11, false, false, 13T12",
    "12T12, 13T12, false, true,",
    // No node ran: of what was missed one reminder is left, and then comes a day, too.
    "02T12, 10T08, true,  false, 12T12",
    "02T12, 12T13, true,  false, 13T13",
    "05T12, 20T12, true,  false, 23T12",
    "12T12, 20T12, false, true,",
    // Passed on so late that some of the days are behind.
    "06T12, 06T12, false, false, 09T12",
    "12T14, 12T14, false, false, 13T12",
    // The manager has followed up; an answer is still pending.
    "13T12, 18T12, false, true,",
  })
  void aTeamIsReminded(String since, String now, boolean remind, boolean late, String nextCheckAt) {
    var plan =
        ReminderPlan.ofTeam(
            ReminderSchedule.USUAL, DUE, OfficeHours.calendar(), march(since), march(now));

    assertThat(plan).isEqualTo(new ReminderPlan(remind, late, march(nextCheckAt)));
  }

  @ParameterizedTest(name = "seen to until {0}, now {1}: remind {2}, again {3}")
  @CsvSource({
    "02T12, 02T12, false, 06T12",
    "02T12, 06T12, true,  09T12",
    "06T12, 09T12, true,",
    "09T12, 20T12, false,",
    // One, not both, when no node ran.
    "02T12, 20T12, true,",
    // Due on the next day: who has just been told is not reminded at once.
    "06T12, 06T12, false, 09T12",
  })
  void aManagerIsReminded(String since, String now, boolean remind, String nextCheckAt) {
    var plan = ReminderPlan.ofManager(DUE, OfficeHours.calendar(), march(since), march(now));

    assertThat(plan).isEqualTo(new ReminderPlan(remind, false, march(nextCheckAt)));
  }

  @ParameterizedTest(name = "reminded on {0}: late from {1} on")
  @CsvSource({"'-3, -1', 10T12", "0, 10T12", "'0, 5', 17T12"})
  void peopleAreLateADayAfterTheDueDate(String days, String late) {
    assertThat(ReminderSchedule.parse(days).orElseThrow().late(DUE, OfficeHours.calendar()))
        .isEqualTo(march(late));
  }

  private static Instant march(String dayAndHour) {
    return dayAndHour == null ? null : Instant.parse("2026-03-" + dayAndHour + ":00:00Z");
  }
}
