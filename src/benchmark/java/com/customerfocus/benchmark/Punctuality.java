package com.customerfocus.benchmark;

import static org.awaitility.Awaitility.await;

import com.customerfocus.promise.NewPromise;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.PromiseService;
import com.customerfocus.promise.PromiseSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Whether what falls due happens on time while the program has its hands full. Bystanders, managers
 * whom the run leaves alone, have one reminder and one promise each, which fall due one after the
 * other, each {@link #AHEAD} after it was set, as many in a phase of the run as it lets. The
 * reminder is found by a look at our table, the promise by a timer of the engine.
 *
 * <p>Done means that the row that tells of it is committed. An onlooker with a connection of its
 * own looks for it every {@link #PAUSE}; what it says is late by up to that, never early.
 */
final class Punctuality implements AutoCloseable {

  private static final Duration AHEAD = Duration.ofSeconds(4);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Clock clock;
  private final PromiseService promises;
  private final SingleConnectionDataSource connection;
  private final NamedParameterJdbcTemplate onlooker;
  private final Deque<Bystander> toCome;
  private final List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
  private int mayBeSet;
  private final Watched reminders =
      new Watched(
          "select subject_id from notice where kind = 'briefing-reminder' and subject_id in (:ids)");
  private final Watched broken =
      new Watched(
          "select promise_id from promise_event where kind = 'BROKEN' and promise_id in (:ids)");
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

  /** A manager whose briefing is open. */
  private record Bystander(long briefingId, String managerId) {}

  /**
   * @param cascadeId a cascade with open briefings that the sweep has checked once and no manager
   *     holds
   */
  Punctuality(ApplicationContext program, long cascadeId) {
    this.clock = program.getBean(Clock.class);
    this.promises = program.getBean(PromiseService.class);
    this.connection = connection(program.getEnvironment());
    this.onlooker = new NamedParameterJdbcTemplate(connection);
    this.toCome = new ArrayDeque<>(bystanders(cascadeId));
  }

  private static SingleConnectionDataSource connection(Environment settings) {
    return new SingleConnectionDataSource(
        settings.getRequiredProperty("spring.datasource.url"),
        settings.getRequiredProperty("spring.datasource.username"),
        settings.getRequiredProperty("spring.datasource.password"),
        true);
  }

  private List<Bystander> bystanders(long cascadeId) {
    return onlooker.query(
        "select id, manager_id from briefing where cascade_id = :cascade and state = 'OPEN' order by id",
        Map.of("cascade", cascadeId),
        (row, n) -> new Bystander(row.getLong("id"), row.getString("manager_id")));
  }

  /**
   * From now on something is set again and again, as long as it is let and there are bystanders.
   */
  void start(Duration interval) {
    threads.scheduleAtFixedRate(
        () -> attempt(this::setNext), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    threads.scheduleWithFixedDelay(
        () -> attempt(this::look), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Sets up to this number of bystanders from now on, in addition to earlier ones. */
  synchronized void let(int bystanders) {
    mayBeSet = bystanders;
  }

  /** What goes wrong must not end what is done again and again, nor stay unknown. */
  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private synchronized void setNext() {
    if (mayBeSet > 0 && !toCome.isEmpty()) {
      mayBeSet--;
      var manager = toCome.remove();
      remind(manager);
      promise(manager);
    }
  }

  /** Leaves the briefing as a look leaves it that found this date. */
  private void remind(Bystander manager) {
    var now = clock.instant();
    var due = now.plus(AHEAD);
    onlooker.update(
        """
        update briefing set due_at = :due, check_reminders_at = :due,
                            reminders_processed_until = :now where id = :id
        """,
        Map.of("due", at(due), "now", at(now), "id", manager.briefingId()));
    reminders.add(manager.briefingId(), due);
  }

  private void promise(Bystander manager) {
    var due = clock.instant().plus(AHEAD);
    var promise =
        new NewPromise(
            manager.managerId(),
            Party.person(manager.managerId()),
            "Call back at once",
            due,
            new PromiseSource("cascade", manager.briefingId()));
    broken.add(promises.make(List.of(promise)).get(0), due);
  }

  private synchronized void look() {
    reminders.look();
    broken.look();
  }

  /** Whether everything has fallen due, so that nothing more can be measured. */
  synchronized boolean isThrough() {
    return toCome.isEmpty() && reminders.isPast() && broken.isPast();
  }

  /**
   * Nothing more falls due; waits for what has, but not for ever: what did not happen then is as
   * late as it is by now.
   */
  void stop() {
    let(0);
    try {
      await().atMost(PATIENCE.plus(AHEAD)).until(() -> reminders.isOver() && broken.isOver());
    } catch (ConditionTimeoutException somethingNeverHappened) {
      giveUp();
    }
  }

  private synchronized void giveUp() {
    reminders.giveUp();
    broken.giveUp();
  }

  /** What went wrong, such as a reminder that came twice. */
  List<Exception> failures() {
    return List.copyOf(failures);
  }

  Lags reminders() {
    return reminders.lags();
  }

  Lags promises() {
    return broken.lags();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    connection.destroy();
  }

  /** What is to happen, and by how much what has happened was late. */
  private final class Watched {

    private final String happened;
    private final Map<Long, Instant> due = new ConcurrentHashMap<>();
    private final List<Duration> lags = Collections.synchronizedList(new ArrayList<>());

    Watched(String happened) {
      this.happened = happened;
    }

    void add(long id, Instant at) {
      due.put(id, at);
    }

    void look() {
      if (!due.isEmpty()) {
        var ids = Map.of("ids", List.copyOf(due.keySet()));
        var there = onlooker.queryForList(happened, ids, Long.class);
        there.forEach(this::isThere);
      }
    }

    private void isThere(Long id) {
      var at = due.remove(id);
      if (at == null) {
        failures.add(new IllegalStateException("%d came twice: %s".formatted(id, happened)));
      } else {
        lags.add(Duration.between(at, clock.instant()));
      }
    }

    boolean isPast() {
      return due.values().stream().allMatch(clock.instant()::isAfter);
    }

    boolean isOver() {
      return due.isEmpty();
    }

    void giveUp() {
      List.copyOf(due.keySet()).forEach(this::isThere);
    }

    Lags lags() {
      return Lags.of(List.copyOf(lags));
    }
  }
}
