package com.customerfocus.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock, and the engine's clock with it, that stands still until a test moves it. UTC. */
public class MovableClock extends Clock {

  private volatile Instant now;

  MovableClock(Instant start) {
    moveTo(start);
  }

  public void moveTo(Instant instant) {
    now = instant;
    ClockUtil.setCurrentTime(Date.from(instant));
  }

  public void moveBy(Duration duration) {
    moveTo(now.plus(duration));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @TestConfiguration
  static class Configuration {
    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock(FreshStart.MONDAY_MORNING);
    }
  }
}
