package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.Company;
import com.customerfocus.testing.Workforce;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A memo goes through a company of 260, whose people work concurrently through a load balancer:
 * managers brief when they get the task, all others answer when their mail arrives. They retry
 * failed requests.
 */
class CascadeScenario implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int SPAN = 6;

  /** Number of managers, and of other people, who act at the same moment. */
  private static final int HANDS = 4;

  private final Workforce workforce;
  private final ExecutorService managers = Executors.newFixedThreadPool(HANDS);
  private final ExecutorService others = Executors.newFixedThreadPool(HANDS);
  private final ScheduledExecutorService mailboxes = Executors.newSingleThreadScheduledExecutor();
  private final Set<String> haveMail = new HashSet<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<HttpResponse<String>> troubles = new CopyOnWriteArrayList<>();

  /** Who works there. */
  static Company company() {
    return Company.tree(SPAN, 3);
  }

  CascadeScenario(TwoNodes nodes) {
    workforce = new Workforce(SPAN, nodes.mailServer(), nodes::nodeOf);
  }

  /**
   * Launches the memo, has it released, lets the first branch of the company work, and waits until
   * one of its people has answered.
   */
  void begin() throws IOException {
    workforce.launchAndRelease();
    workforce.briefPatiently(workforce.top(), PATIENCE, troubles);
    briefs(workforce.firstLevel().get(0));
    mailboxes.scheduleWithFixedDelay(
        () -> orRemember(this::readMails), 0, 200, TimeUnit.MILLISECONDS);
    await(() -> !workforce.acknowledged().isEmpty());
  }

  Workforce workforce() {
    return workforce;
  }

  private void briefs(String manager) {
    managers.execute(() -> orRemember(() -> briefAndLetReportsBrief(manager)));
  }

  private void briefAndLetReportsBrief(String manager) {
    workforce.briefPatiently(manager, PATIENCE, troubles);
    workforce.reportsOf(manager).stream()
        .filter(workforce.secondLevel()::contains)
        .forEach(this::briefs);
  }

  private void readMails() {
    workforce
        .memosInMails()
        .forEach(
            (person, page) -> {
              if (haveMail.add(person)) {
                others.execute(() -> orRemember(() -> acknowledge(person, page)));
              }
            });
  }

  private void acknowledge(String person, String page) {
    workforce.acknowledgePatiently(person, page, PATIENCE, troubles);
  }

  private void orRemember(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | AssertionError e) {
      failures.add(e);
    }
  }

  /** Lets the first half of the company work, and waits until it has been briefed. */
  void goOnToHalf() {
    workforce.firstLevel().subList(1, SPAN / 2).forEach(this::briefs);
    await(() -> workforce.briefed().size() > workforce.managers() / 2);
  }

  /** Starts the second half. */
  void goOn() {
    workforce.firstLevel().subList(SPAN / 2, SPAN).forEach(this::briefs);
  }

  private void await(Callable<Boolean> reached) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !failures.isEmpty() || reached.call());
    assertThat(failures).isEmpty();
  }

  /** Waits until all readers have answered and the launcher has reviewed the outcome. */
  void awaitEnd() throws IOException {
    await(() -> workforce.acknowledged().size() == workforce.memosToMail());
    workforce.reviewOutcome();
    assertThat(failures).isEmpty();
  }

  /** Error answers of the nodes. */
  List<HttpResponse<String>> troubles() {
    return troubles;
  }

  @Override
  public void close() {
    mailboxes.shutdownNow();
    managers.shutdownNow();
    others.shutdownNow();
  }
}
