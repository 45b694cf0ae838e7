package com.customerfocus.sweep;

import com.customerfocus.support.WithoutMessages;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sweep on this node: runs it batch by batch until nothing is left. A run that fails is tried
 * again at its next turn; a failure is logged at its first run only, as a sweep that runs twice a
 * second would fill the log.
 */
class SweepRunner implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(SweepRunner.class);

  private final Sweep sweep;
  private final Clock clock;
  private volatile SweepFigures figures;

  SweepRunner(Sweep sweep, Clock clock) {
    this.sweep = sweep;
    this.clock = clock;
  }

  Sweep sweep() {
    return sweep;
  }

  /** Of the last run that has ended; empty before. */
  Optional<SweepFigures> figures() {
    return Optional.ofNullable(figures);
  }

  /** Whether the last run failed. */
  boolean isFailing() {
    return figures != null && figures.trouble() != null;
  }

  @Override
  public void run() {
    var start = clock.instant();
    var startNanos = System.nanoTime();
    var before = figures;
    var failures = before == null ? 0 : before.failures();
    var batches = 0;
    String trouble = null;
    try {
      var more = true;
      while (more && !Thread.currentThread().isInterrupted()) {
        more = sweep.runSome().getAsBoolean();
        batches++;
      }
      if (isFailing()) {
        LOG.info("The sweep of {} works again", sweep.name());
      }
    } catch (RuntimeException e) {
      failures++;
      trouble = e.getClass().getSimpleName();
      if (!isFailing() || !trouble.equals(before.trouble())) {
        LOG.error(
            "The sweep of {} failed; the next run tries again",
            sweep.name(),
            WithoutMessages.of(e));
      }
    }
    var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    figures = new SweepFigures(start, millis, batches, failures, trouble);
  }
}
