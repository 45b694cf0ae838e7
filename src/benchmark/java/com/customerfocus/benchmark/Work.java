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

/** The actions of one phase: times each, and remembers how many went wrong. For any thread. */
final class Work {

  /** More than so many that went wrong end the run: it would measure nothing any more. */
  private static final int MOST_FAILURES = 100;

  /** So long without any action that begins, and something is wrong. */
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

  /** An action that is done once for each number. */
  @FunctionalInterface
  interface Numbered {

    void perform(long number) throws Exception;
  }

  /** So many actions are to come, for whoever watches. */
  synchronized void expect(long actions) {
    expected = actions;
  }

  /** So many things have happened that nobody here does, for whoever watches. */
  synchronized void cameBy(long things) {
    cameBy = things;
  }

  /** Does this and takes its time; one that goes wrong is a failure of the run, and is thrown. */
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

  /** So many actions, from number 0, so many at a time; one that goes wrong stops no other. */
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
   * @throws IllegalStateException when so much has gone wrong that going on makes no sense
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
