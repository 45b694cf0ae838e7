package com.customerfocus.benchmark;

import static org.awaitility.Awaitility.await;

import com.customerfocus.access.Groups;
import com.customerfocus.testing.CascadeSteps;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The managers, who complete <em>Brief the team</em> as soon as they have it, 8 at a time: by the
 * task service, logged in, with the fields that Tasklist's form sends. Of each team the managers
 * were there, and every other of the rest; those who were not stay pending until they answer. So a
 * cascade goes on until the last of them has.
 */
final class Managers {

  private static final Logger LOG = LoggerFactory.getLogger(Managers.class);

  /** Beside them others may have briefings whom the run leaves alone. */
  private static final String STAFF = "and ASSIGNEE_ like 'p%'";

  private static final int AT_A_TIME = 8;
  private static final int MOST_AT_THE_SAME_MOMENT = 200;
  private static final int SEEN_AT_ONCE = 1_000;

  /** So long without any new task, or with none done, and something is wrong. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private static final String HELD =
      """
      select count(*) from briefing
       where cascade_id = (select max(id) from cascade) and state = 'HELD'
      """;

  private final Program program;
  private final ProcessEngine engine;
  private final Clock clock;
  private final Staff staff;
  private final boolean rush;
  private final int briefings;
  private final boolean all;
  private final int atATime;
  private final Semaphore free;

  /** Whose task was taken, by their number; given back when completing it went wrong. */
  private final BitSet taken = new BitSet();

  Managers(Program program, Settings settings) {
    this.program = program;
    this.engine = program.engine();
    this.clock = program.context().getBean(Clock.class);
    this.staff = settings.staff();
    this.rush = settings.shape() == Shape.RUSH;
    var managers = staff.managers();
    this.briefings = Math.min(settings.briefings(), managers);
    this.all = briefings == managers;
    this.atATime = rush ? MOST_AT_THE_SAME_MOMENT : AT_A_TIME;
    this.free = new Semaphore(atATime);
  }

  /** How many of them take part. */
  int briefings() {
    return briefings;
  }

  /** Until each has briefed, and the memo is with everyone they passed it on to. */
  void brief(Work work) throws InterruptedException {
    work.expect(briefings);
    var threads = Executors.newFixedThreadPool(atATime);
    try {
      var steps = rush ? staff.managersByLevel() : new int[] {briefings};
      var untilNow = 0;
      for (var step : steps) {
        untilNow = Math.min(untilNow + step, briefings);
        while (taken() < untilNow) {
          start(awaitTasks(rush ? untilNow - taken() : 1), untilNow, threads, work);
          if (taken() == untilNow) {
            awaitThoseInWork();
          }
          work.endIfHopeless();
        }
      }
    } finally {
      threads.shutdownNow();
    }
    await().atMost(PATIENCE).pollInterval(BETWEEN_LOOKS).until(() -> program.count(HELD) == 0);
  }

  /** One manager's task. */
  private record Task(String id, int manager) {}

  private List<Task> awaitTasks(int wanted) {
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN_LOOKS)
        .until(() -> openTasks(wanted), tasks -> tasks.size() >= wanted);
  }

  /**
   * Untaken tasks. Where not all managers take part, newest first, so that the memo reaches the
   * last level.
   */
  private List<Task> openTasks(int wanted) {
    var sql =
        "select ID_, ASSIGNEE_ from ACT_RU_TASK where TASK_DEF_KEY_ = 'briefTeam' %s %s"
                .formatted(STAFF, all ? "" : "order by CREATE_TIME_ desc")
            + " fetch first ? rows only";
    var atOnce = Math.max(wanted, all ? SEEN_AT_ONCE : AT_A_TIME);
    return program
        .aside()
        .query(
            sql,
            (row, n) -> new Task(row.getString(1), Staff.number(row.getString(2))),
            atOnce + atATime)
        .stream()
        .filter(task -> !isTaken(task.manager()))
        .toList();
  }

  private void start(List<Task> tasks, int untilNow, ExecutorService threads, Work work)
      throws InterruptedException {
    for (var task : tasks) {
      if (taken() == untilNow) {
        return;
      }
      acquire(1);
      take(task.manager());
      threads.submit(
          () -> {
            try {
              work.action(() -> complete(task));
            } catch (Exception e) {
              LOG.debug("Counted as a failure already; the task is there to be tried again", e);
              giveBack(task.manager());
            } finally {
              free.release();
            }
          });
    }
  }

  private void awaitThoseInWork() throws InterruptedException {
    acquire(atATime);
    free.release(atATime);
  }

  private void acquire(int threads) throws InterruptedException {
    if (!free.tryAcquire(threads, PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
      throw new IllegalStateException(
          "No manager's task was completed for " + PATIENCE + ", though some are in work");
    }
  }

  /** As Tasklist does it, which knows the groups from the login. */
  private Void complete(Task task) {
    engine
        .getIdentityService()
        .setAuthentication(Staff.id(task.manager()), List.of(Groups.MANAGERS));
    try {
      engine
          .getTaskService()
          .complete(task.id(), Map.of("briefing", CascadeSteps.json(report(task.manager()))));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
    return null;
  }

  private Map<String, Object> report(int manager) {
    var present = staff.reports(manager).filter(this::wasThere).mapToObj(Staff::id).toList();
    return Map.of(
        "version", 1,
        "heldOn", LocalDate.now(clock).toString(),
        "present", present,
        "excused", List.of(),
        "localBrief", "What it means for **us**: we answer within the day we were asked.",
        "commitments", Map.of(),
        "culture", Map.of());
  }

  private boolean wasThere(int person) {
    return person % 2 == 0 || staff.isManager(person);
  }

  private synchronized int taken() {
    return taken.cardinality();
  }

  private synchronized boolean isTaken(int manager) {
    return taken.get(manager);
  }

  private synchronized void take(int manager) {
    taken.set(manager);
  }

  private synchronized void giveBack(int manager) {
    taken.clear(manager);
  }
}
