package com.customerfocus.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions of one phase: measures each and counts failures. Thread-safe. */
final class Work {

  /** Number of failures that ends the run: its results would mean nothing. */
  private static final int MOST_FAILURES = 100;

  /** Time without a new action after which the run is considered stuck. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Work.class);

  private final String phase;
  private final List<Throwable> failures = new ArrayList<>();
  private long[] nanos = new long[1024];
  private int count;
  private long expected;
  private long cameBy;

  Work(String phase) {
    this.phase = phase;
  }

  /** An action that is executed once for each number. */
  @FunctionalInterface
  interface Numbered {

    void perform(long number) throws Exception;
  }

  /** Announces this number of actions, for the progress log. */
  synchronized void expect(long actions) {
    expected = actions;
  }

  /** Counts events that the program itself causes, for the progress log. */
  synchronized void cameBy(long things) {
    cameBy = things;
  }

  /** Executes and measures an action; a failure counts and is thrown. */
  <T> T action(Callable<T> action) throws Exception {
    var start = System.nanoTime();
    try {
      var result = action.call();
      took(System.nanoTime() - start);
      return result;
    } catch (Exception e) {
      failed(e);
      throw e;
    }
  }

  /** Executes actions from number 0 in a number of threads; a failure does not stop the others. */
  void inParallel(int threads, long actions, Numbered action) throws Exception {
    expect(actions);
    var next = new AtomicLong();
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var all =
          IntStream.range(0, threads)
              .<Future<?>>mapToObj(
                  thread ->
                      pool.submit(
                          () -> {
                            for (var n = next.getAndIncrement();
                                n < actions;
                                n = next.getAndIncrement()) {
                              tryOne(n, action);
                              endIfHopeless();
                            }
                          }))
              .toList();
      pool.shutdown();
      awaitEnd(pool, next);
      for (var thread : all) {
        thread.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private void awaitEnd(ExecutorService pool, AtomicLong next) throws InterruptedException {
    for (var seen = -1L; !pool.awaitTermination(PATIENCE.toMinutes(), TimeUnit.MINUTES); ) {
      if (next.get() == seen) {
        throw new IllegalStateException(
            "Phase %s stands still: none of its actions has ended for %s"
                .formatted(phase, PATIENCE));
      }
      seen = next.get();
    }
  }

  private void tryOne(long number, Numbered action) {
    try {
      action(
          () -> {
            action.perform(number);
            return null;
          });
    } catch (Exception e) {
      LOG.debug("Counted as a failure already; the others go on", e);
    }
  }

  private synchronized void took(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = duration;
  }

  private synchronized void failed(Exception e) {
    LOG.error("{}: an action went wrong", phase, e);
    failures.add(e);
  }

  /**
   * @throws IllegalStateException after too many failures
   */
  synchronized void endIfHopeless() {
    if (failures.size() > MOST_FAILURES) {
      throw new IllegalStateException("Too much goes wrong in phase " + phase, failures.get(0));
    }
  }

  synchronized long done() {
    return count + cameBy;
  }

  synchronized long expected() {
    return expected;
  }

  synchronized List<Throwable> failures() {
    return List.copyOf(failures);
  }

  synchronized Latencies latencies() {
    return Latencies.ofNanos(Arrays.copyOf(nanos, count));
  }
}
