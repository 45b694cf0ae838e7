package com.customerfocus.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's time, shared by all nodes. A node's lease on work ends at a stored time, which
 * other nodes must not reach early: a machine's clock may be minutes off, and nodes on different
 * clocks would do work twice.
 *
 * <p>The node reads the database's time every few seconds. In between, and while the database is
 * away, the time advances by the machine's monotonic counter.
 */
@Component("clock")
class SharedClock extends Clock {

  /** Machines with NTP differ by milliseconds. */
  private static final Duration TOLERABLE = Duration.ofSeconds(10);

  private final Supplier<Instant> database;
  private final LongSupplier nanos;
  private final Clock machine;
  private final AtomicReference<Reading> reading;

  /** A reading of the database's time and of the counter. */
  private record Reading(Instant time, long nanos) {

    Instant at(long later) {
      return time.plusNanos(later - nanos);
    }
  }

  @Autowired
  SharedClock(JdbcClient jdbc, @Qualifier("machineClock") Clock machine) {
    this(() -> timeOf(jdbc), System::nanoTime, machine);
  }

  SharedClock(Supplier<Instant> database, LongSupplier nanos, Clock machine) {
    this(database, nanos, machine, new AtomicReference<>());
    var time = database.get();
    reading.set(new Reading(time, nanos.getAsLong()));
  }

  private SharedClock(
      Supplier<Instant> database,
      LongSupplier nanos,
      Clock machine,
      AtomicReference<Reading> reading) {
    this.database = database;
    this.nanos = nanos;
    this.machine = machine;
    this.reading = reading;
  }

  private static Instant timeOf(JdbcClient jdbc) {
    return jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
  }

  /**
   * Reads the database's time. The answer is from some moment between question and arrival; the
   * clock is corrected only as far as it is outside that interval, so that a slow answer does no
   * harm.
   *
   * @throws org.springframework.dao.DataAccessException when the database does not answer; time
   *     advances
   */
  void compare() {
    var asked = nanos.getAsLong();
    var time = database.get();
    var arrived = nanos.getAsLong();
    var known = reading.get();
    if (time.isBefore(known.at(asked))) {
      reading.set(new Reading(time, asked));
    } else if (time.isAfter(known.at(arrived))) {
      reading.set(new Reading(time, arrived));
    }
  }

  /** How far this machine's clock is ahead, negative when it is behind. */
  Duration machineIsAhead() {
    return Duration.between(instant(), machine.instant());
  }

  /** Describes the error of this machine's clock, if it is far off. */
  Optional<String> trouble() {
    var ahead = machineIsAhead();
    if (ahead.abs().compareTo(TOLERABLE) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        "This machine's clock is %d s %s the database's. The program goes by the database's; set the"
                .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of")
            + " one that is wrong, best by NTP.");
  }

  @Override
  public Instant instant() {
    return reading.get().at(nanos.getAsLong());
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SharedClock(database, nanos, machine.withZone(zone), reading);
  }
}
