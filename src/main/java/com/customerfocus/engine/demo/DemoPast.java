package com.customerfocus.engine.demo;

import com.customerfocus.sweep.Sweep;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import com.customerfocus.worktime.WorkingTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets the steps of a file be taken at moments of the past, at a time some working days ago or some
 * minutes ago. Between the steps clocks run out when they did.
 */
@Component
@Profile("demo")
public class DemoPast {

  /** A date some working days after a step, such as {@code +3 16:00}. */
  private static final Pattern DATE = Pattern.compile("\\+(\\d+) (\\d\\d:\\d\\d)");

  /** How often sweeps looked, and how many times as long ago they looked as often. */
  private static final Duration TICK = Duration.ofMinutes(30);

  private static final int TICKS = 200;

  private final WorkingTime workingTime;
  private final Clock clock;
  private final TransactionOperations transactions;
  private final ManagementService jobs;
  private final List<Sweep> sweeps;

  DemoPast(
      WorkingTime workingTime,
      Clock clock,
      TransactionOperations transactions,
      ManagementService jobs,
      List<Sweep> sweeps) {
    this.workingTime = workingTime;
    this.clock = clock;
    this.transactions = transactions;
    this.jobs = jobs;
    this.sweeps = sweeps;
  }

  /**
   * A step of a file.
   *
   * @param story to which it belongs
   */
  public record Step(String story, Instant at, JsonNode what) {}

  /**
   * What runs out between the steps.
   *
   * @param sweeps names of those that look
   * @param timersOf keys of processes whose timers fire
   */
  public record Clocks(Set<String> sweeps, Set<String> timersOf) {}

  /** A step with the moment at which the file says that it happened. */
  public Step step(String story, JsonNode what) {
    return new Step(story, moment(what), what);
  }

  private Instant moment(JsonNode step) {
    if (step.has("minutesAgo")) {
      return clock.instant().minus(step.get("minutesAgo").asInt(), ChronoUnit.MINUTES);
    }
    var calendar = calendar(step);
    return calendar
        .after(clock.instant(), WorkingAmount.days(step.get("day").asInt()))
        .atZone(calendar.zone())
        .with(LocalTime.parse(step.get("time").asText()))
        .toInstant();
  }

  /** Of the site that the step names; else the default. */
  private WorkingCalendar calendar(JsonNode step) {
    return workingTime.calendar(step.path("site").asText(null));
  }

  /** A text of the file, with a date in place of working days after the step. */
  public String dated(Step step, String written) {
    var date = DATE.matcher(written);
    if (!date.matches()) {
      return written;
    }
    var calendar = calendar(step.what());
    return calendar
        .after(step.at(), WorkingAmount.days(Integer.parseInt(date.group(1))))
        .atZone(calendar.zone())
        .toLocalDate()
        .atTime(LocalTime.parse(date.group(2)))
        .toString();
  }

  /**
   * Takes the steps in order of time, in one transaction: sweeps, which go by the present time, see
   * the end of it only.
   *
   * @param at does something at a moment
   */
  public void take(
      List<Step> steps, Clocks clocks, BiConsumer<Instant, Runnable> at, Consumer<Step> take) {
    var inOrder = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    transactions.executeWithoutResult(
        status -> {
          var last = inOrder.get(0).at();
          for (var step : inOrder) {
            pass(last, step.at(), clocks, at);
            at.accept(step.at(), () -> take.accept(step));
            last = step.at();
          }
          pass(last, clock.instant(), clocks, at);
        });
  }

  /** What the program did in this time. */
  private void pass(Instant from, Instant to, Clocks clocks, BiConsumer<Instant, Runnable> at) {
    for (var tick = from; tick.isBefore(to); tick = tick.plus(pause(tick))) {
      var moment = tick;
      at.accept(moment, () -> look(clocks, moment));
    }
  }

  private Duration pause(Instant tick) {
    var seldom = Duration.between(tick, clock.instant()).dividedBy(TICKS);
    return seldom.compareTo(TICK) > 0 ? seldom : TICK;
  }

  private void look(Clocks clocks, Instant moment) {
    sweeps.stream()
        .filter(it -> clocks.sweeps().contains(it.name()))
        .forEach(it -> it.runSome().getAsBoolean());
    jobs.createJobQuery().timers().duedateLowerThan(Date.from(moment)).list().stream()
        .filter(it -> clocks.timersOf().contains(it.getProcessDefinitionKey()))
        .forEach(it -> jobs.executeJob(it.getId()));
  }
}
