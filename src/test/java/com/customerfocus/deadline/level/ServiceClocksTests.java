package com.customerfocus.deadline.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.worktime.WorkingAmount;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Monday, 2 March 2026, in a department without a site: the default calendar. */
@CustomerFocusTest
class ServiceClocksTests {

  private static final ClockSubject HANDOFF = new ClockSubject("handoff", 7);
  private static final ClockTarget TWO_HOURS = new ClockTarget(WorkingAmount.hours(2), "v1 row 3");
  private static final String OWN = "time-to-own";

  private final ServiceClocks clocks;
  private final Turns turns;
  private final MovableClock clock;
  private final JdbcTemplate rows;
  private Instant start;

  @Autowired
  ServiceClocksTests(ServiceClocks clocks, Turns turns, MovableClock clock, JdbcTemplate rows) {
    this.clocks = clocks;
    this.turns = turns;
    this.clock = clock;
    this.rows = rows;
  }

  @BeforeEach
  void start() {
    start = clock.instant();
  }

  @Test
  void aClockIsOnRecordFromItsStartToItsResult() {
    assertThat(clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS))
        .isEqualTo(start.plus(Duration.ofHours(2)));
    clock.moveBy(Duration.ofMinutes(30));
    clocks.stop(HANDOFF, OWN);
    clock.moveBy(Duration.ofHours(2));
    assertThat(clocks.resume(HANDOFF, OWN)).contains(start.plus(Duration.ofHours(4)));
    clock.moveBy(Duration.ofMinutes(30));

    assertThat(clocks.end(HANDOFF, OWN)).contains(ClockResult.MET);

    var ended = clocks.clocks(HANDOFF).get(0);
    assertThat(ended.ran()).isEqualTo(Duration.ofHours(1));
    assertThat(ended.target()).isEqualTo(TWO_HOURS);
    assertThat(ended.holder()).isEqualTo("billing");
    assertThat(clocks.end(HANDOFF, OWN)).as("a result is a fact").isEmpty();
  }

  @Test
  void aSecondRequestHasAClockOfItsOwn() {
    clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS);
    assertThatIllegalStateException()
        .isThrownBy(() -> clocks.start(HANDOFF, OWN, "sales", null, TWO_HOURS));
    clock.moveBy(Duration.ofMinutes(90));
    clocks.end(HANDOFF, OWN);

    clocks.start(HANDOFF, OWN, "sales", null, TWO_HOURS);
    clock.moveBy(Duration.ofMinutes(30));
    clocks.end(HANDOFF, OWN);

    assertThat(clocks.clocks(HANDOFF))
        .extracting(ServiceClock::holder, ServiceClock::ran, ServiceClock::result)
        .containsExactly(
            tuple("billing", Duration.ofMinutes(90), ClockResult.MET),
            tuple("sales", Duration.ofMinutes(30), ClockResult.MET));
  }

  @Test
  void aBreachIsPutOnRecordOnceForEachOfTheTwoMoments() {
    clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS);
    clock.moveBy(Duration.ofHours(2));
    clocks.tellBreaches();
    assertThat(clocks.clocks(HANDOFF).get(0).breaches()).isZero();

    clock.moveBy(Duration.ofSeconds(1));
    clocks.tellBreaches();
    clocks.tellBreaches();
    assertThat(clocks.clocks(HANDOFF).get(0).breaches()).isEqualTo(1);

    clock.moveBy(Duration.ofHours(2));
    clocks.tellBreaches();
    clocks.tellBreaches();
    assertThat(clocks.clocks(HANDOFF).get(0).breaches()).isEqualTo(2);
    assertThat(clocks.end(HANDOFF, OWN)).contains(ClockResult.MISSED);
  }

  @Test
  void aReversedResultStaysOnRecordAndTheClockGoesOnFromItsOwnStart() {
    clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS);
    clock.moveBy(Duration.ofHours(1));
    clocks.end(HANDOFF, OWN);
    clock.moveBy(Duration.ofHours(2));

    clocks.reverse(HANDOFF, OWN, "The mail came back");
    clocks.reverse(HANDOFF, OWN, "The mail came back");

    assertThat(clocks.clocks(HANDOFF))
        .extracting(ServiceClock::result, ServiceClock::reversal, ServiceClock::startedAt)
        .containsExactly(
            tuple(ClockResult.MET, "The mail came back", start), tuple(null, null, start));
    assertThat(clocks.end(HANDOFF, OWN)).contains(ClockResult.MISSED);
  }

  @Test
  void anotherTargetIsOnRecordWithItsRule() {
    clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS);
    clocks.stop(HANDOFF, OWN);

    clocks.retarget(HANDOFF, OWN, new ClockTarget(WorkingAmount.hours(5), "v1 row 1"));

    assertThat(clocks.clocks(HANDOFF).get(0).target().rule()).isEqualTo("v1 row 1");
    assertThat(clocks.resume(HANDOFF, OWN)).contains(start.plus(Duration.ofHours(5)));
  }

  @Test
  void whatHasNoClockIsLeftAlone() {
    clocks.stop(HANDOFF, OWN);
    assertThat(clocks.resume(HANDOFF, OWN)).isEmpty();
    assertThat(clocks.end(HANDOFF, OWN)).isEmpty();
    clocks.reverse(HANDOFF, OWN, "The mail came back");
    assertThat(rows.queryForObject("select count(*) from service_clock", Integer.class)).isZero();
  }

  @Test
  void turnsFollowEachOtherWithoutGapOrOverlap() {
    turns.pass(HANDOFF, "department:billing", clock.instant());
    clock.moveBy(Duration.ofMinutes(10));
    turns.pass(HANDOFF, "department:billing", clock.instant());
    turns.pass(HANDOFF, "person:ana", clock.instant());
    clock.moveBy(Duration.ofMinutes(20));
    turns.pass(HANDOFF, "department:billing", clock.instant());
    clock.moveBy(Duration.ofMinutes(30));
    turns.end(HANDOFF, clock.instant());
    turns.end(HANDOFF, clock.instant());

    assertThat(turns.list(HANDOFF))
        .containsExactly(
            new Turn("department:billing", at(0), at(10)),
            new Turn("person:ana", at(10), at(30)),
            new Turn("department:billing", at(30), at(60)));
  }

  private Instant at(int minutes) {
    return start.plus(Duration.ofMinutes(minutes));
  }
}
