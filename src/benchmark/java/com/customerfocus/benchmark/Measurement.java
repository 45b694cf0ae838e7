package com.customerfocus.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the phases and logs their progress. */
final class Measurement {

  private static final Logger LOG = LoggerFactory.getLogger(Measurement.class);
  private static final int PROGRESS_EVERY_SECONDS = 10;

  private final Program program;
  private final String prefix;
  private final List<Phase> phases = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();

  Measurement(Program program) {
    this(program, "");
  }

  private Measurement(Program program, String prefix) {
    this.program = program;
    this.prefix = prefix;
  }

  /** For unmeasured work; the log says so. */
  static Measurement ofWarmUp(Program program) {
    return new Measurement(program, "warm-up: ");
  }

  /**
   * Measures a phase.
   *
   * @param people number of people it is for
   */
  Phase measure(String name, long people, Actions actions) throws Exception {
    var work = new Work(name);
    program.forgetPeakHeap();
    var executed = program.executions();
    var start = System.nanoTime();
    var watch = Executors.newSingleThreadScheduledExecutor();
    watch.scheduleAtFixedRate(
        () -> sayHowFar(prefix + name, work, start),
        PROGRESS_EVERY_SECONDS,
        PROGRESS_EVERY_SECONDS,
        TimeUnit.SECONDS);
    try {
      actions.perform(work);
    } finally {
      watch.shutdownNow();
      failures.addAll(work.failures());
    }
    var seconds = secondsSince(start);
    var phase =
        new Phase(
            name,
            people,
            seconds,
            program.executions() - executed,
            work.latencies(),
            program.peakHeap());
    phases.add(phase);
    LOG.info(
        String.format(
            Locale.ENGLISH,
            "%s%s: %,d people in %,.1f s, %,.1f a second, %.2f executions each",
            prefix,
            name,
            people,
            seconds,
            phase.peopleASecond(),
            phase.executionsAPerson()));
    return phase;
  }

  private static void sayHowFar(String name, Work work, long start) {
    LOG.info(
        String.format(
            Locale.ENGLISH,
            "%s: %,d of %,d, %,.1f a second",
            name,
            work.done(),
            work.expected(),
            work.done() / secondsSince(start)));
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** For a phase whose number of people is known only afterwards. */
  Phase replace(Phase measured, Phase known) {
    phases.set(phases.indexOf(measured), known);
    return known;
  }

  /** Adds failures outside the phases. */
  void failed(List<Throwable> more) {
    failures.addAll(more);
  }

  /** Phases so far, in order. */
  List<Phase> phases() {
    return List.copyOf(phases);
  }

  /** Failures of actions so far. */
  List<Throwable> failures() {
    return List.copyOf(failures);
  }
}
