package com.customerfocus.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Schedules all sweeps on this node, unless they are switched off. */
@Component
class Sweeper implements SchedulingConfigurer {

  /** A sweep that runs once an hour and fails, as the database was away, is not an hour late. */
  private static final Duration LONGEST_WAIT_TO_RETRY = Duration.ofMinutes(1);

  private final SweepProperties settings;
  private final Map<String, SweepRunner> runners;

  Sweeper(List<Sweep> sweeps, SweepProperties settings, Clock clock) {
    this.settings = settings;
    // Two sweeps of one name fail here: neither the settings nor the health could tell them apart.
    this.runners =
        sweeps.stream()
            .collect(
                Collectors.toMap(
                    Sweep::name,
                    sweep -> new SweepRunner(sweep, clock),
                    (one, other) -> {
                      throw new IllegalStateException(
                          "Two sweeps are called " + one.sweep().name());
                    },
                    TreeMap::new));
    settings.checkNames(runners.keySet());
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar schedule) {
    if (settings.enabled()) {
      runners
          .values()
          .forEach(
              runner -> {
                var pause = settings.pauseOf(runner.sweep());
                schedule.addTriggerTask(runner, turns -> next(turns, runner, pause));
              });
    }
  }

  private static Instant next(TriggerContext turns, SweepRunner runner, Duration pause) {
    var last = turns.lastCompletion();
    if (last == null) {
      return Instant.EPOCH;
    }
    var isToRetry = runner.isFailing() && pause.compareTo(LONGEST_WAIT_TO_RETRY) > 0;
    return last.plus(isToRetry ? LONGEST_WAIT_TO_RETRY : pause);
  }

  boolean isEnabled() {
    return settings.enabled();
  }

  /** The last run of each sweep that has run on this node, by the sweep's name. */
  Map<String, SweepFigures> figures() {
    var figures = new TreeMap<String, SweepFigures>();
    runners.forEach((name, runner) -> runner.figures().ifPresent(it -> figures.put(name, it)));
    return figures;
  }
}
