package com.customerfocus.database;

import com.customerfocus.support.LogFilter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Logs one line in half a minute while the database is away, instead of the same stack several
 * times a second from every sweep, job and request.
 */
@Component
class DatabaseAwayLog extends LogFilter {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayLog.class);
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final AtomicLong said = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

  @Override
  protected boolean replaces(String logger, String format, Object[] values, Throwable t) {
    var failure = t == null ? last(values) : t;
    if (failure == null || !DatabaseFailures.isAway(failure)) {
      return false;
    }
    sayOnceInAWhile(failure);
    return true;
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
