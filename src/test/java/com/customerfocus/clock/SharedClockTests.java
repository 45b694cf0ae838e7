package com.customerfocus.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

@ExtendWith(OutputCaptureExtension.class)
class SharedClockTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** Elapsed time; all three clocks follow it. */
  private Duration passed = Duration.ZERO;

  private Duration databaseIsAhead = Duration.ZERO;
  private Duration machineIsAhead = Duration.ZERO;
  private Duration answerTakes = Duration.ZERO;
  private boolean databaseAnswers = true;

  private final Clock machine = new Machine();
  private final SharedClock clock =
      new SharedClock(this::askDatabase, () -> passed.toNanos() - 42, machine);

  @Test
  void aMachineWhoseClockIsTenMinutesAheadGoesByTheDatabase() {
    machineIsAhead = Duration.ofMinutes(10);
    pass(Duration.ofHours(1));

    assertThat(clock.instant()).isEqualTo("2026-03-02T13:00:00Z");
    assertThat(clock.machineIsAhead()).isEqualTo(Duration.ofMinutes(10));
    assertThat(clock.withZone(ZoneId.of("Europe/Madrid")).instant()).isEqualTo(clock.instant());
  }

  @Test
  void aMachineThatJumpsBetweenTwoQuestionsIsNotFollowed() {
    pass(Duration.ofSeconds(3));
    machineIsAhead = Duration.ofDays(-1);

    assertThat(clock.instant()).isEqualTo("2026-03-02T12:00:03Z");
  }

  @Test
  void whileTheDatabaseDoesNotAnswerTimeGoesOn() {
    databaseAnswers = false;
    pass(Duration.ofMinutes(20));

    assertThatThrownBy(clock::compare).isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(clock.instant()).isEqualTo("2026-03-02T12:20:00Z");
  }

  @Test
  void aDatabaseThatIsPutRightIsFollowedBothWays() {
    databaseIsAhead = Duration.ofSeconds(7);
    clock.compare();
    assertThat(clock.instant()).isEqualTo("2026-03-02T12:00:07Z");

    databaseIsAhead = Duration.ofSeconds(-7);
    clock.compare();
    assertThat(clock.instant()).isEqualTo("2026-03-02T11:59:53Z");
  }

  @Test
  void anAnswerThatTakesLongChangesNothing() {
    answerTakes = Duration.ofSeconds(8);
    clock.compare();

    assertThat(clock.instant()).isEqualTo(NOON.plus(passed));
  }

  @Test
  void aClockThatIsWrongIsSaidOnceUntilItIsRightAgain(CapturedOutput output) {
    var check = new ClockCheck(clock);
    machineIsAhead = Duration.ofMinutes(10);
    check.run();
    databaseAnswers = false;
    check.run();
    assertThat(output).containsOnlyOnce("This machine's clock is 600 s ahead of the database's");

    machineIsAhead = Duration.ZERO;
    check.run();
    machineIsAhead = Duration.ofMinutes(5);
    check.run();
    assertThat(output).containsOnlyOnce("This machine's clock is 300 s ahead of the database's");
  }

  @Test
  void healthNamesAClockThatIsWrongAndLeavesSecondsAlone() {
    var indicator = new ClockHealthIndicator(clock);
    machineIsAhead = Duration.ofSeconds(-10);
    assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);

    machineIsAhead = Duration.ofSeconds(-11);
    var health = indicator.health();
    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails()).containsEntry("aheadMillis", -11_000L);
    assertThat(health.getDetails().get("trouble").toString())
        .startsWith("This machine's clock is 11 s behind the database's.")
        .contains("NTP");
  }

  private void pass(Duration time) {
    passed = passed.plus(time);
  }

  private Instant askDatabase() {
    if (!databaseAnswers) {
      throw new DataAccessResourceFailureException("away");
    }
    pass(answerTakes.dividedBy(4));
    var time = NOON.plus(passed).plus(databaseIsAhead);
    pass(answerTakes.dividedBy(4).multipliedBy(3));
    return time;
  }

  private class Machine extends Clock {

    @Override
    public Instant instant() {
      return NOON.plus(passed).plus(machineIsAhead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
