package com.customerfocus.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * Logs one line in half a minute while the database is away, instead of the same stack several
 * times a second from every sweep, job and request.
 */
@Component
class DatabaseAwayLog extends TurboFilter {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(DatabaseAwayLog.class);
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final LoggerContext logs;
  private final AtomicLong said = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

  DatabaseAwayLog() {
    logs = LoggerFactory.getILoggerFactory() instanceof LoggerContext context ? context : null;
    if (logs != null) {
      logs.addTurboFilter(this);
    }
  }

  @PreDestroy
  void remove() {
    if (logs != null) {
      logs.getTurboFilterList().remove(this);
    }
  }

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] values, Throwable t) {
    if (!level.isGreaterOrEqual(Level.WARN)) {
      return FilterReply.NEUTRAL;
    }
    var failure = t == null ? last(values) : t;
    if (failure == null || !DatabaseFailures.isAway(failure)) {
      return FilterReply.NEUTRAL;
    }
    sayOnceInAWhile(failure);
    return FilterReply.DENY;
  }

  private static Throwable last(Object[] values) {
    return values != null
            && values.length > 0
            && values[values.length - 1] instanceof Throwable failure
        ? failure
        : null;
  }

  private void sayOnceInAWhile(Throwable failure) {
    var now = System.nanoTime();
    var before = said.get();
    if (now - before >= PAUSE_NANOS && said.compareAndSet(before, now)) {
      LOG.error(
          "The database does not answer, or cannot write: {}. Trying again by itself; see"
              + " /actuator/health.",
          DatabaseFailures.rootOf(failure));
    }
  }
}
