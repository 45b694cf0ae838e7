package com.customerfocus.deadline.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.customerfocus.worktime.SampleCalendars;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A department in Madrid that works from Monday to Friday, 9 to 14 and 16 to 19. */
class ClockRulesTests {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final WorkingCalendar CALENDAR =
      SampleCalendars.of("Europe/Madrid", "monday-friday", "09:00-14:00", "16:00-19:00");
  private static final ClockTarget FOUR_HOURS = new ClockTarget(WorkingAmount.hours(4), "row 1");

  @ParameterizedTest(name = "{0} and {1} h: {2}")
  @CsvSource({
    // Over the weekend in which clocks go back: 12:30 is 11:30 UTC then
    "2026-10-23T18:30, 4, 2026-10-26T12:30",
    "2026-10-26T09:00, 4, 2026-10-26T13:00",
    // Over the lunch break; from within it; from the night
    "2026-10-26T13:00, 4, 2026-10-26T19:00",
    "2026-10-26T14:30, 4, 2026-10-27T10:00",
    "2026-10-26T22:00, 4, 2026-10-27T13:00",
  })
  void aClockCountsTheOpenHoursOfItsCalendar(String start, int hours, String due) {
    var clock = start(start, new ClockTarget(WorkingAmount.hours(hours), null));

    assertThat(clock.dueAt()).isEqualTo(at(due));
    assertThat(clock.breachAt()).isEqualTo(at(due));
    assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
  }

  @ParameterizedTest(name = "ended {0}: {1}")
  @CsvSource({
    "2026-10-26T13:00:00, MET",
    "2026-10-26T13:00:01, MISSED",
    "2026-10-26T10:00:00, MET",
    "2026-11-26T10:00:00, MISSED",
  })
  void theDueMomentItselfIsInTime(String end, ClockResult result) {
    var ended = rules(end).ended(start("2026-10-26T09:00", FOUR_HOURS));

    assertThat(ended.result()).isEqualTo(result);
    assertThat(ended.endedAt()).isEqualTo(at(end));
    assertThat(ended.breachAt()).isNull();
  }

  @ParameterizedTest(name = "stopped {0}, resumed {1}: due {2}")
  @CsvSource({
    "2026-10-26T10:00, 2026-10-28T10:00, 2026-10-28T13:00",
    "2026-10-26T12:00, 2026-10-27T09:00, 2026-10-27T10:00",
    // Ten minutes are left: at least an hour
    "2026-10-26T12:50, 2026-10-27T09:00, 2026-10-27T10:00",
    // An answer at night counts from the next morning
    "2026-10-26T10:00, 2026-10-27T23:00, 2026-10-28T12:00",
    "2026-10-26T10:00, 2026-10-26T10:00, 2026-10-26T13:00",
  })
  void aQuestionStopsTheClockAndTheAnswerLeavesTheRestAtLeastAnHour(
      String stop, String resume, String due) {
    var stopped = rules(stop).stopped(start("2026-10-26T09:00", FOUR_HOURS));
    assertThat(stopped.dueAt()).isNull();
    assertThat(stopped.breachAt()).as("not late while it is stopped").isNull();

    var resumed = rules(resume).resumed(stopped);

    assertThat(resumed.dueAt()).isEqualTo(at(due));
    assertThat(resumed.breachAt()).isEqualTo(at(due));
    assertThat(resumed.rest()).isNull();
  }

  @Test
  void aQuestionAfterTheDateDoesNotUndoTheDelay() {
    var late = rules("2026-10-26T17:00").stopped(start("2026-10-26T09:00", FOUR_HOURS));

    var resumed = rules("2026-10-28T09:00").resumed(late);
    var ended = rules("2026-10-28T09:05").ended(resumed);

    assertThat(resumed.dueAt()).isEqualTo(at("2026-10-26T13:00"));
    assertThat(ended.result()).isEqualTo(ClockResult.MISSED);
    assertThat(rules("2026-10-27T09:00").ended(late).result()).isEqualTo(ClockResult.MISSED);
  }

  @Test
  void whatEndsWhileAnotherPartyHasTheBallIsInTime() {
    var stopped = rules("2026-10-26T10:00").stopped(start("2026-10-26T09:00", FOUR_HOURS));

    assertThat(rules("2026-11-30T10:00").ended(stopped).result()).isEqualTo(ClockResult.MET);
  }

  @Test
  void onlyOpenHoursInWhichItRanCount() {
    var stopped = rules("2026-10-26T17:00").stopped(start("2026-10-26T13:00", FOUR_HOURS));
    var ended = rules("2026-10-27T10:00").ended(rules("2026-10-27T09:00").resumed(stopped));

    assertThat(stopped.ran()).isEqualTo(Duration.ofHours(2));
    assertThat(ended.ran()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void stoppingAndResumingTwiceChangesNothing() {
    var stopped = rules("2026-10-26T10:00").stopped(start("2026-10-26T09:00", FOUR_HOURS));
    var resumed = rules("2026-10-26T11:00").resumed(stopped);

    assertThat(rules("2026-10-26T10:30").stopped(stopped)).isSameAs(stopped);
    assertThat(rules("2026-10-26T12:00").resumed(resumed)).isSameAs(resumed);
  }

  @ParameterizedTest(name = "{0}, {1} h from then on: due {2}")
  @CsvSource({
    // An hour has passed: of eight hours seven are left, of two hours one, of one hour one at least
    "2026-10-26T10:00, 8, 2026-10-26T19:00",
    "2026-10-26T10:00, 2, 2026-10-26T11:00",
    "2026-10-26T10:00, 1, 2026-10-26T11:00",
  })
  void anotherTargetCountsTheTimeUsedSoFar(String now, int hours, String due) {
    var target = new ClockTarget(WorkingAmount.hours(hours), "row 2");

    var changed = rules(now).retargeted(start("2026-10-26T09:00", FOUR_HOURS), target);

    assertThat(changed.dueAt()).isEqualTo(at(due));
    assertThat(changed.breachAt()).isEqualTo(at(due));
    assertThat(changed.target()).isEqualTo(target);
  }

  @Test
  void anotherTargetWhileItIsStoppedKeepsTheWaitingTime() {
    var stopped = rules("2026-10-26T10:00").stopped(start("2026-10-26T09:00", FOUR_HOURS));
    var urgent = new ClockTarget(WorkingAmount.hours(2), "row 2");

    var changed = rules("2026-10-28T18:00").retargeted(stopped, urgent);
    var resumed = rules("2026-10-29T09:00").resumed(changed);

    assertThat(changed.breachAt()).isNull();
    assertThat(resumed.dueAt()).isEqualTo(at("2026-10-29T10:00"));
    assertThat(resumed.breaches()).isZero();
  }

  @Test
  void aLateClockStaysLateAndAnEndedOneStaysAsItIs() {
    var running = start("2026-10-26T09:00", FOUR_HOURS);
    var generous = new ClockTarget(WorkingAmount.days(20), "row 3");
    var ended = rules("2026-10-26T10:00").ended(running);

    assertThat(rules("2026-10-26T17:00").retargeted(running, generous)).isSameAs(running);
    assertThat(rules("2026-10-26T11:00").retargeted(ended, generous)).isSameAs(ended);
  }

  @Test
  void theRestIsWhatWasLeftWhenItEndedHoweverOftenItIsTakenUpAgain() {
    var first = rules("2026-10-26T12:00").ended(start("2026-10-26T09:00", FOUR_HOURS));
    var second = rules("2026-10-27T09:00").startedWithRest(first, FOUR_HOURS);
    var third =
        rules("2026-10-28T09:00")
            .startedWithRest(rules("2026-10-27T09:30").ended(second), FOUR_HOURS);

    assertThat(second.dueAt()).isEqualTo(at("2026-10-27T10:00"));
    assertThat(third.dueAt()).as("half an hour was left").isEqualTo(at("2026-10-28T10:00"));
    assertThat(third.ran()).isZero();
  }

  @ParameterizedTest(name = "{0} h instead of 4 h, ended {1}: due {2}")
  @CsvSource({
    "4, 2026-10-26T10:00, 2026-10-27T12:00",
    "2, 2026-10-26T10:00, 2026-10-27T10:00",
    "6, 2026-10-26T10:00, 2026-10-27T14:00",
    "4, 2026-10-26T17:00, 2026-10-27T10:00",
  })
  void theRestFollowsTheTargetThatHoldsNow(int hours, String end, String due) {
    var ended = rules(end).ended(start("2026-10-26T09:00", FOUR_HOURS));
    var target = new ClockTarget(WorkingAmount.hours(hours), "row 2");

    var next = rules("2026-10-27T09:00").startedWithRest(ended, target);

    assertThat(next.dueAt()).isEqualTo(at(due));
    assertThat(next.breachAt()).isEqualTo(at(due));
    assertThat(next.target()).isEqualTo(target);
  }

  @Test
  void whatEndedWhileStoppedGoesOnWithItsRest() {
    var stopped = rules("2026-10-26T10:00").stopped(start("2026-10-26T09:00", FOUR_HOURS));
    var ended = rules("2026-10-26T18:00").ended(stopped);

    assertThat(rules("2026-10-27T09:00").startedWithRest(ended, FOUR_HOURS).dueAt())
        .isEqualTo(at("2026-10-27T12:00"));
  }

  @Test
  void aShorterTargetNeverMovesTheDueMomentToALaterOne() {
    var urgent = new ClockTarget(WorkingAmount.hours(2), "row 2");
    var ended = rules("2026-10-26T12:00").ended(start("2026-10-26T09:00", FOUR_HOURS));
    var rest = rules("2026-10-27T09:00").startedWithRest(ended, FOUR_HOURS);

    assertThat(rules("2026-10-27T09:20").retargeted(rest, urgent).dueAt())
        .isEqualTo(at("2026-10-27T10:00"));
    assertThat(
            rules("2026-10-26T12:50")
                .retargeted(start("2026-10-26T09:00", FOUR_HOURS), urgent)
                .dueAt())
        .isEqualTo(at("2026-10-26T13:00"));
  }

  @Test
  void changingTheTargetToAndFroGivesNoTime() {
    var urgent = new ClockTarget(WorkingAmount.hours(2), "row 2");
    var running = start("2026-10-26T09:00", FOUR_HOURS);
    for (var minute : new String[] {"10", "30", "50", "59"}) {
      var now = rules("2026-10-26T12:" + minute);
      running = now.retargeted(now.retargeted(running, urgent), FOUR_HOURS);
    }

    assertThat(running.dueAt()).isEqualTo(at("2026-10-26T13:00"));
    assertThat(rules("2026-10-26T13:01").ended(running).result()).isEqualTo(ClockResult.MISSED);
  }

  /**
   * Of eight hours an amount is left when it is taken up again: the one of the start, down and up
   * again after some minutes, gives no more than that.
   */
  @ParameterizedTest(name = "ended {0}, {1} h in between, after {2} min")
  @CsvSource({
    "2026-10-26T17:00, 2, 0",
    "2026-10-26T17:00, 4, 30",
    "2026-10-26T17:00, 16, 30",
    "2026-10-26T18:40, 2, 0",
    "2026-10-26T18:40, 16, 0",
    "2026-10-26T18:40, 16, 40",
    "2026-10-26T10:00, 2, 0",
    "2026-10-26T10:00, 4, 359",
    "2026-10-26T20:00, 16, 59",
  })
  void aTargetChangedToAndFroAddsNothingToARest(String end, int hours, int minutes) {
    var eightHours = new ClockTarget(WorkingAmount.hours(8), "row 1");
    var ended = rules(end).ended(start("2026-10-26T09:00", eightHours));
    var rest = rules("2026-10-27T09:00").startedWithRest(ended, eightHours);
    var now = after("2026-10-27T09:00", minutes);

    var other = now.retargeted(rest, new ClockTarget(WorkingAmount.hours(hours), "row 2"));

    assertThat(now.retargeted(other, eightHours).dueAt()).isEqualTo(rest.dueAt());
  }

  @Test
  void aTargetLoweredAndRaisedOnAFirstClockAddsNothing() {
    var now = rules("2026-10-26T12:40");
    var longer = now.retargeted(start("2026-10-26T09:00", FOUR_HOURS), hours(16));

    assertThat(now.retargeted(longer, FOUR_HOURS).dueAt()).isEqualTo(at("2026-10-26T13:00"));
  }

  // Agreements

  @Test
  void anAgreedMomentAfterTheTargetTakesItsPlace() {
    var agreed = agreedOn("2026-10-28T12:00");

    assertThat(agreed.dueAt()).isEqualTo(at("2026-10-28T12:00"));
    assertThat(agreed.breachAt()).isEqualTo(at("2026-10-28T12:00"));
    assertThat(agreed.dueByTarget()).isEqualTo(at("2026-10-26T13:00"));
    assertThat(agreed.target()).isEqualTo(FOUR_HOURS);
    assertThat(rules("2026-10-28T12:00").ended(agreed).result()).isEqualTo(ClockResult.MET);
    var late = rules("2026-10-28T12:01").breached(agreed);
    assertThat(late.breachAt()).isEqualTo(at("2026-10-28T18:00"));
    var ended = rules("2026-10-28T12:01").ended(late);
    assertThat(ended.result()).isEqualTo(ClockResult.MISSED);
    assertThat(ended.dueByTarget()).isEqualTo(at("2026-10-26T13:00"));
  }

  @Test
  void anAgreedMomentWithinTheTargetOrTooLateOrAfterTheEndChangesNothing() {
    var running = start("2026-10-26T09:00", FOUR_HOURS);
    var ended = rules("2026-10-26T10:00").ended(running);
    var later = agreement("2026-10-28T12:00");

    assertThat(rules("2026-10-26T09:00").agreed(running, agreement("2026-10-26T13:00")))
        .isSameAs(running);
    assertThat(rules("2026-10-26T13:01").agreed(running, later)).isSameAs(running);
    assertThat(rules("2026-10-26T11:00").agreed(ended, later)).isSameAs(ended);
  }

  @ParameterizedTest(name = "{0} h: due {1}, by the target {2}")
  @CsvSource({
    "2, 2026-10-28T12:00, 2026-10-26T11:00",
    "8, 2026-10-28T12:00, 2026-10-26T19:00",
    "19, 2026-10-28T12:00, 2026-10-28T12:00",
    "80, 2026-11-06T19:00, 2026-11-06T19:00",
  })
  void whatWasAgreedStandsWithAnotherTarget(int hours, String due, String byTarget) {
    var now = rules("2026-10-26T10:00");

    var changed = now.retargeted(agreedOn("2026-10-28T12:00"), hours(hours));

    assertThat(changed.dueAt()).isEqualTo(at(due));
    assertThat(changed.breachAt()).isEqualTo(at(due));
    assertThat(changed.dueByTarget()).isEqualTo(at(byTarget));
    assertThat(now.retargeted(changed, FOUR_HOURS).dueAt()).isEqualTo(at("2026-10-28T12:00"));
    assertThat(now.retargeted(changed, FOUR_HOURS).dueByTarget()).isEqualTo(at("2026-10-26T13:00"));
  }

  @Test
  void anotherTargetAfterTheFirstOneHasPassedChangesNothing() {
    var agreed = agreedOn("2026-10-28T12:00");

    assertThat(rules("2026-10-27T12:00").retargeted(agreed, hours(1))).isSameAs(agreed);
  }

  @ParameterizedTest(name = "ended {0}: due {1}, by the target {2}")
  @CsvSource({
    // Three hours were left until the agreed moment, of the target none
    "2026-10-28T09:00, 2026-10-29T12:00, 2026-10-29T10:00",
    "2026-10-28T11:50, 2026-10-29T10:00, 2026-10-29T10:00",
    "2026-10-28T18:00, 2026-10-29T10:00, 2026-10-29T10:00",
    "2026-10-26T10:00, 2026-11-02T11:00, 2026-10-29T12:00",
  })
  void theRestIsWhatWasLeftUntilTheAgreedMoment(String end, String due, String byTarget) {
    var ended = rules(end).ended(agreedOn("2026-10-28T12:00"));

    var next = rules("2026-10-29T09:00").startedWithRest(ended, FOUR_HOURS);

    assertThat(next.dueByTarget()).isEqualTo(at(byTarget));
    assertThat(next.dueAt()).isEqualTo(at(due));
    assertThat(next.breaches()).isZero();
  }

  private static ServiceClock agreedOn(String local) {
    return rules("2026-10-26T09:00")
        .agreed(start("2026-10-26T09:00", FOUR_HOURS), agreement(local));
  }

  private static Agreement agreement(String until) {
    return new Agreement(at(until), "oscar", "AGREE_ON_DATE");
  }

  private static ClockTarget hours(int hours) {
    return new ClockTarget(WorkingAmount.hours(hours), "row 2");
  }

  private static ClockRules after(String local, int minutes) {
    return new ClockRules(
        CALENDAR,
        Clock.fixed(
            CALENDAR.after(at(local), WorkingAmount.parse(Math.max(1, minutes) + " min")),
            ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({"2026-10-26T10:00", "2026-10-26T18:00"})
  void aCancelledClockHasNoResult(String end) {
    var cancelled = rules(end).cancelled(start("2026-10-26T09:00", FOUR_HOURS));

    assertThat(cancelled.state()).isEqualTo(ClockState.ENDED);
    assertThat(cancelled.endedAt()).isEqualTo(at(end));
    assertThat(cancelled.result()).isNull();
    assertThat(cancelled.breachAt()).isNull();
  }

  @Test
  void aBreachIsToldAtTheDueMomentAndOnceMoreAfterAsMuchTimeAgain() {
    var running = start("2026-10-26T09:00", FOUR_HOURS);

    var once = rules("2026-10-26T13:01").breached(running);
    var twice = rules("2026-10-26T19:01").breached(once);

    assertThat(once.breaches()).isEqualTo(1);
    assertThat(once.breachAt()).isEqualTo(at("2026-10-26T19:00"));
    assertThat(twice.breaches()).isEqualTo(2);
    assertThat(twice.breachAt()).isNull();
  }

  @Test
  void whatTakesThePlaceOfAnEndThatHadNotHappenedNeverStopped() {
    var ended = rules("2026-10-26T10:00").ended(start("2026-10-26T09:00", FOUR_HOURS));

    var again = ClockRules.again(ended.reversed("The mail came back"));

    assertThat(again.startedAt()).isEqualTo(at("2026-10-26T09:00"));
    assertThat(again.dueAt()).isEqualTo(at("2026-10-26T13:00"));
    assertThat(again.result()).isNull();
    assertThat(rules("2026-10-26T14:00").ended(again).result()).isEqualTo(ClockResult.MISSED);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 0", "0, -5"})
  void aTargetIsATimeInWhichSomethingCanBeDone(int days, long minutes) {
    assertThatIllegalArgumentException().isThrownBy(() -> ClockTarget.of(days, minutes, null));
  }

  private static ServiceClock start(String local, ClockTarget target) {
    return rules(local)
        .start(new ClockSubject("handoff", 1), "time-to-own", "billing", "Madrid", target);
  }

  private static ClockRules rules(String local) {
    return new ClockRules(CALENDAR, Clock.fixed(at(local), ZoneOffset.UTC));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(MADRID).toInstant();
  }
}
