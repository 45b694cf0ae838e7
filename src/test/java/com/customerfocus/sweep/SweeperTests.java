package com.customerfocus.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.testing.LogLines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.SimpleTriggerContext;

class SweeperTests {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Queue<Object> batches = new ArrayDeque<>();

  @Test
  void aRunDoesBatchAfterBatchUntilNothingIsLeft() {
    var sweep = runner();
    batches.addAll(List.of(true, true, false, true));

    sweep.run();

    assertThat(batches).hasSize(1);
    assertThat(sweep.figures().orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("millis")
        .isEqualTo(new SweepFigures(NOW, 0, 3, 0, null));
  }

  @Test
  void aFailureIsLoggedOnceAndTheNextRunTriesAgain() {
    var sweep = runner();
    batches.addAll(List.of(true, broken(), broken(), broken(), false));

    try (var log = new LogLines()) {
      sweep.run();
      sweep.run();
      assertThat(sweep.isFailing()).isTrue();
      sweep.run();
      sweep.run();

      assertThat(lines(log, "The sweep of parcels failed")).hasSize(1);
      assertThat(lines(log, "The sweep of parcels works again")).hasSize(1);
    }
    assertThat(sweep.figures().orElseThrow().failures()).isEqualTo(3);
    assertThat(sweep.figures().orElseThrow().trouble()).isNull();
  }

  @Test
  void anotherKindOfFailureIsLoggedToo() {
    var sweep = runner();
    batches.addAll(List.of(broken(), new DataRetrievalFailureException("gone")));

    try (var log = new LogLines()) {
      sweep.run();
      sweep.run();

      assertThat(lines(log, "The sweep of parcels failed")).hasSize(2);
    }
  }

  @Test
  void theNextTurnComesAfterThePauseAndSoonerAfterAFailure() {
    var sweeper = new Sweeper(List.of(sweep("parcels")), settings(true, Map.of()), CLOCK);
    var schedule = new ScheduledTaskRegistrar();
    sweeper.configureTasks(schedule);
    var task = schedule.getTriggerTaskList().get(0);
    var ended = new SimpleTriggerContext(NOW, NOW, NOW);

    assertThat(task.getTrigger().nextExecution(new SimpleTriggerContext())).isBefore(NOW);

    batches.addAll(List.of(false, broken()));
    task.getRunnable().run();
    assertThat(task.getTrigger().nextExecution(ended)).isEqualTo(NOW.plus(HOUR));

    task.getRunnable().run();
    assertThat(task.getTrigger().nextExecution(ended)).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void settingsSayHowOftenASweepRuns() {
    var settings = settings(true, Map.of("parcels", Duration.ofSeconds(2)));

    assertThat(settings.pauseOf(sweep("parcels"))).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.pauseOf(sweep("letters"))).isEqualTo(HOUR);
  }

  @Test
  void aPauseForNoSweepOrNoPauseAtAllIsRefused() {
    var sweeps = List.of(sweep("parcels"));
    assertThatThrownBy(
            () -> new Sweeper(sweeps, settings(true, Map.of("parcel", Duration.ZERO)), CLOCK))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("customer-focus.sweeps.every.parcel is set, but there is no such sweep.");

    var none = settings(true, Map.of("parcels", Duration.ZERO));
    assertThatThrownBy(() -> none.pauseOf(sweep("parcels")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("customer-focus.sweeps.every.parcels is PT0S.");
  }

  @Test
  void twoSweepsOfOneNameAreRefused() {
    var sweeps = List.of(sweep("parcels"), sweep("parcels"));
    var settings = settings(true, Map.of());

    assertThatThrownBy(() -> new Sweeper(sweeps, settings, CLOCK))
        .hasMessage("Two sweeps are called parcels");
  }

  @Test
  void theHealthOfANodeTellsOfTheLastRunAndOfAFailure() {
    var sweeper =
        new Sweeper(List.of(sweep("parcels"), sweep("letters")), settings(true, Map.of()), CLOCK);
    var health = new SweepsHealthIndicator(sweeper);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(health.health().getDetails()).isEmpty();

    var schedule = new ScheduledTaskRegistrar();
    sweeper.configureTasks(schedule);
    batches.addAll(List.of(false, broken()));
    schedule.getTriggerTaskList().forEach(task -> task.getRunnable().run());

    assertThat(health.health().getStatus()).isEqualTo(new Status("DEGRADED"));
    assertThat(health.health().getDetails()).containsOnlyKeys("letters", "parcels");
    assertThat(sweeper.figures().get("letters").trouble()).isNull();
    assertThat(sweeper.figures().get("parcels").trouble()).isEqualTo("IllegalStateException");
  }

  @Test
  void aNodeRunsItsSweepsAgainAndAgainUnlessTheyAreSwitchedOff() throws InterruptedException {
    var runs = new CountDownLatch(3);
    node(runs, "customer-focus.sweeps.every.parcels=1ms")
        .run(program -> assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue());

    var none = new CountDownLatch(1);
    node(none, "customer-focus.sweeps.enabled=false")
        .run(
            program -> {
              var health = program.getBean(SweepsHealthIndicator.class).health();
              assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
            });
    assertThat(none.getCount()).isEqualTo(1);
  }

  private static ApplicationContextRunner node(CountDownLatch runs, String setting) {
    return new ApplicationContextRunner()
        .withUserConfiguration(Scheduling.class, Sweeper.class, SweepsHealthIndicator.class)
        .withBean(Clock.class, () -> CLOCK)
        .withBean(Sweep.class, () -> Sweep.ofOneBatch("parcels", HOUR, runs::countDown))
        .withPropertyValues(setting);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  @EnableConfigurationProperties(SweepProperties.class)
  static class Scheduling {}

  private SweepRunner runner() {
    return new SweepRunner(sweep("parcels"), CLOCK);
  }

  private Sweep sweep(String name) {
    return new Sweep(name, HOUR, this::nextBatch);
  }

  private boolean nextBatch() {
    var batch = batches.remove();
    if (batch instanceof RuntimeException failure) {
      throw failure;
    }
    return (Boolean) batch;
  }

  private static RuntimeException broken() {
    return new IllegalStateException("broken");
  }

  private static SweepProperties settings(boolean enabled, Map<String, Duration> every) {
    return new SweepProperties(enabled, every);
  }

  private static List<String> lines(LogLines log, String text) {
    return log.all().stream().filter(line -> line.contains(text)).toList();
  }
}
