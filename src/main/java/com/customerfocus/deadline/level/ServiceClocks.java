package com.customerfocus.deadline.level;

import com.customerfocus.support.WithoutMessages;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts, stops and ends clocks of service levels, in the transaction of what they measure. The
 * caller has locked the subject, so that its clocks change one after the other.
 */
@Service
@Transactional
public class ServiceClocks {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceClocks.class);

  private static final int BATCH = 50;

  /** After this time the sweep tries again what has failed. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final ClockRecords records;
  private final WorkingTime workingTime;
  private final ObjectProvider<ClockListener> listeners;
  private final TransactionTemplate savepoint;
  private final Clock clock;

  ServiceClocks(
      ClockRecords records,
      WorkingTime workingTime,
      ObjectProvider<ClockListener> listeners,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.records = records;
    this.workingTime = workingTime;
    this.listeners = listeners;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.clock = clock;
  }

  /**
   * Starts a clock.
   *
   * @param holder whose clock it is
   * @param site whose calendar it counts by, or null for the default one
   * @return until when the holder has time
   * @throws IllegalStateException when there is one of this metric that has not ended
   */
  public Instant start(
      ClockSubject subject, String metric, String holder, String site, ClockTarget target) {
    return start(subject, metric, holder, site, target, null);
  }

  /**
   * The same where both sides have agreed on a moment, which counts where the target ends before.
   *
   * @param agreement or null
   */
  public Instant start(
      ClockSubject subject,
      String metric,
      String holder,
      String site,
      ClockTarget target,
      Agreement agreement) {
    var rules = rules(site);
    var byTarget = rules.start(subject, metric, holder, site, target);
    var started = agreement == null ? byTarget : rules.agreed(byTarget, agreement);
    add(started);
    return started.dueAt();
  }

  private void add(ServiceClock started) {
    if (!records.add(started)) {
      throw new IllegalStateException(
          "%s has a clock %s already".formatted(started.subject(), started.metric()));
    }
  }

  /**
   * Both sides have agreed on another moment: a clock that runs, is not late and would end before
   * runs until then. What its target allows stays on record.
   */
  public void agree(ClockSubject subject, String metric, Agreement agreement) {
    change(subject, metric, (rules, it) -> rules.agreed(it, agreement));
  }

  /**
   * Starts another clock of this metric with what was left of the last one, at least one working
   * hour. The last one keeps its result.
   *
   * @param target what holds now; where it differs from the one of the last clock, the rest differs
   *     by as much
   */
  public void startWithRest(ClockSubject subject, String metric, ClockTarget target) {
    records
        .last(subject, metric)
        .filter(it -> !it.isOpen())
        .ifPresent(it -> add(rules(it.site()).startedWithRest(it, target)));
  }

  /** Stops a clock; one that is stopped already stays so. */
  public void stop(ClockSubject subject, String metric) {
    change(subject, metric, ClockRules::stopped);
  }

  /**
   * Lets a stopped clock go on with the rest, at least one working hour.
   *
   * @return until when its holder has time; empty when there is no clock that has not ended
   */
  public Optional<Instant> resume(ClockSubject subject, String metric) {
    return change(subject, metric, ClockRules::resumed).map(ServiceClock::dueAt);
  }

  /**
   * Sets another target for a clock that has not ended. The time used so far counts, a shorter
   * target never moves its due moment to a later one, and a late clock stays late.
   */
  public void retarget(ClockSubject subject, String metric, ClockTarget target) {
    change(subject, metric, (rules, it) -> rules.retargeted(it, target));
  }

  /**
   * Ends a clock.
   *
   * @return whether it was in time; empty when there is none that has not ended
   */
  public Optional<ClockResult> end(ClockSubject subject, String metric) {
    return change(subject, metric, ClockRules::ended).map(ServiceClock::result);
  }

  /**
   * Ends a clock without a result, because what it measures is asked for no longer or cannot be
   * done. Figures leave it out.
   */
  public void cancel(ClockSubject subject, String metric) {
    change(subject, metric, ClockRules::cancelled);
  }

  private Optional<ServiceClock> change(
      ClockSubject subject,
      String metric,
      BiFunction<ClockRules, ServiceClock, ServiceClock> event) {
    return records
        .lockLast(subject, metric)
        .filter(ServiceClock::isOpen)
        .map(
            it -> {
              var next = event.apply(rules(it.site()), it);
              records.save(next);
              return next;
            });
  }

  /**
   * Puts on record that what ended the last clock of this metric had not happened, and lets another
   * one take its place that never stopped: same start, same due moment. The result stays on record.
   *
   * @param why for people to read, such as that a mail came back
   */
  public void reverse(ClockSubject subject, String metric, String why) {
    records
        .last(subject, metric)
        .filter(it -> !it.isOpen() && it.dueAt() != null)
        .ifPresent(
            it -> {
              records.save(it.reversed(why));
              records.add(ClockRules.again(it));
            });
  }

  /**
   * Hands the clocks that have not ended to other holders. Targets, calendars and due moments stay.
   * The number of statements does not depend on the number of clocks.
   *
   * @param successors the new holder by the former one
   */
  public void handTo(String subjectKind, Map<String, String> successors) {
    records.handTo(subjectKind, successors);
  }

  /** All clocks of a subject, in the order in which they were started. */
  @Transactional(readOnly = true)
  public List<ServiceClock> clocks(ClockSubject subject) {
    return records.list(subject);
  }

  /**
   * Tells some of the breaches that are due; says whether there may be more. One that cannot be
   * told is tried again later, so that it does not hold up the others.
   */
  boolean tellBreaches() {
    var late = records.lockBreached(clock.instant(), BATCH);
    late.forEach(this::tellOrSkip);
    return late.size() == BATCH;
  }

  private void tellOrSkip(ServiceClock late) {
    try {
      savepoint.executeWithoutResult(status -> tell(late));
    } catch (RuntimeException e) {
      LOG.error(
          "A breach of clock {} could not be told; next try in {}",
          late.id(),
          AGAIN,
          WithoutMessages.of(e));
      records.save(late.withBreaches(late.breaches(), clock.instant().plus(AGAIN)));
    }
  }

  private void tell(ServiceClock late) {
    var told = rules(late.site()).breached(late);
    records.save(told);
    listeners
        .orderedStream()
        .filter(listener -> listener.subjectKind().equals(late.subject().kind()))
        .forEach(listener -> listener.breached(told));
  }

  private ClockRules rules(String site) {
    return new ClockRules(workingTime.calendar(site), clock);
  }
}
