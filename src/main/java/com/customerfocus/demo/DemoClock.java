package com.customerfocus.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's clock: the usual time, until a user puts it forward to see what happens later. */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

  private final Clock system;
  private final AtomicReference<Duration> ahead;

  /** By how much the clock differs for a thread that writes the history of the demo's data. */
  private final ThreadLocal<Duration> apart = ThreadLocal.withInitial(() -> Duration.ZERO);

  @Autowired
  DemoClock(@Qualifier("clock") Clock system) {
    this(system, new AtomicReference<>(Duration.ZERO));
  }

  private DemoClock(Clock system, AtomicReference<Duration> ahead) {
    this.system = system;
    this.ahead = ahead;
  }

  /** Time never goes back: past events would lie in the future. */
  public void putForward(Duration by) {
    ahead.updateAndGet(before -> before.plus(by.abs()));
  }

  /** Does something while the clock differs by this much for the calling thread. */
  void during(Duration difference, Runnable action) {
    apart.set(difference);
    try {
      action.run();
    } finally {
      apart.remove();
    }
  }

  @Override
  public Instant instant() {
    return system.instant().plus(ahead.get()).plus(apart.get());
  }

  @Override
  public ZoneId getZone() {
    return system.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new DemoClock(system.withZone(zone), ahead);
  }
}
