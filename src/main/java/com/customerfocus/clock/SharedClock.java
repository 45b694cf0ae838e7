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
 * The time of the database, which all nodes share. What a node has in work is its own until a time
 * that it writes down, and the others must not think that it has passed: a machine's clock may be
 * minutes off, and nodes that go by different clocks do things twice.
 *
 * <p>The database is asked every few seconds. In between, and while it does not answer, time is
 * counted on from what it said last, by a counter that nobody can set.
 */
@Component("clock")
class SharedClock extends Clock {

  /** Machines that keep their clocks by NTP differ by milliseconds. */
  private static final Duration TOLERABLE = Duration.ofSeconds(10);

  private final Supplier<Instant> database;
  private final LongSupplier nanos;
  private final Clock machine;
  private final AtomicReference<Reading> reading;

  /** What the time was, and how far the counter had come then. */
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
   * Asks the database. Its answer is from some moment between the question and the arrival; time is
   * put right only as far as it cannot have been so, so that a slow answer does no harm.
   *
   * @throws org.springframework.dao.DataAccessException when it gives none; time goes on
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

  /** How far this machine's own clock is ahead, negative when it is behind. */
  Duration machineIsAhead() {
    return Duration.between(instant(), machine.instant());
  }

  /** What is wrong with this machine's own clock, if it is far off. */
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
