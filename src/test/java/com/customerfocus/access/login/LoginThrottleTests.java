package com.customerfocus.access.login;

import static com.customerfocus.testing.ConcurrentUsers.atTheSameMoment;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stored failures of logins, and their retention. */
@CustomerFocusTest
class LoginThrottleTests {

  private final LoginThrottle throttle;
  private final MovableClock clock;
  private final JdbcTemplate jdbc;

  LoginThrottleTests(
      @Autowired LoginThrottle throttle,
      @Autowired MovableClock clock,
      @Autowired JdbcTemplate jdbc) {
    this.throttle = throttle;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  @Test
  void anHourAfterTheLastDelayTheCountBeginsAnew() {
    for (var failure = 0; failure < 20; failure++) {
      throttle.failed("ana");
    }
    assertThat(throttle.isHeldBack("ana")).isTrue();
    assertThat(throttle.heldBack(10)).isOne();

    clock.moveBy(Duration.ofMinutes(5).plus(LoginThrottle.FORGOTTEN_AFTER).plusSeconds(1));
    throttle.failed("ana");

    assertThat(throttle.isHeldBack("ana")).isFalse();
    assertThat(throttle.heldBack(10)).isZero();
  }

  @Test
  void anOfficeThatMistypesAllDayIsNotDelayed() {
    for (var typo = 0; typo < 300; typo++) {
      throttle.failed("person " + typo);
      assertThat(throttle.isHeldBack("ana")).isFalse();
      clock.moveBy(Duration.ofSeconds(30));
    }
  }

  @Test
  void aProgramThatTriesAllAccountsIsDelayedAndForgivenAfterwards() {
    for (var guess = 0; guess < 150; guess++) {
      throttle.failed("person " + guess);
    }
    assertThat(throttle.isHeldBack("ana")).isTrue();

    clock.moveBy(Duration.ofMinutes(10));
    throttle.failed("bea");

    assertThat(throttle.isHeldBack("ana")).isFalse();
  }

  @Test
  void whatIsForgottenLeavesTheTable() {
    throttle.failed("ana");
    throttle.sweep();
    assertThat(rows()).isEqualTo(2);

    clock.moveBy(LoginThrottle.FORGOTTEN_AFTER.plusSeconds(1));
    throttle.sweep();

    assertThat(rows()).isZero();
  }

  @Test
  void aSuccessThatFollowsNoFailureWritesNothing() {
    throttle.succeeded("ana");

    assertThat(rows()).isZero();
  }

  @Test
  void failuresAtTheSameMomentCountEach() throws Exception {
    Callable<Boolean> failure =
        () -> {
          throttle.failed("ana");
          return true;
        };
    atTheSameMoment(Collections.nCopies(4, failure));

    assertThat(jdbc.queryForList("select failures from login_failure", Integer.class))
        .containsExactly(4, 4);
    assertThat(throttle.isHeldBack("ana")).isTrue();
  }

  private int rows() {
    return jdbc.queryForObject("select count(*) from login_failure", Integer.class);
  }
}
