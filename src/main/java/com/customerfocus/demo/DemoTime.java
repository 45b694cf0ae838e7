package com.customerfocus.demo;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the demo's data come about at moments of the past, so that they have a history. */
@Component
@Profile("demo")
public class DemoTime {

  private final DemoClock clock;

  DemoTime(DemoClock clock) {
    this.clock = clock;
  }

  /** Does something at this moment, as the clock shows it to the calling thread alone. */
  public void at(Instant moment, Runnable action) {
    clock.during(Duration.between(clock.instant(), moment), action);
  }
}
