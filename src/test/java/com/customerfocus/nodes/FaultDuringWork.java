package com.customerfocus.nodes;

import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lets whatever strikes do so when it hurts most: mails have been sent and are not yet on record as
 * sent, a briefing is recorded and half passed on.
 */
class FaultDuringWork implements AutoCloseable {

  private final HeldOperation mails;
  private final HeldOperation briefings;

  /**
   * What nodes are told that are to be held.
   *
   * @param bounded more settings, unless the test takes its time
   */
  static String[] settings(String... bounded) {
    var always =
        Stream.of(
            // So that neither node has to wait long for some to send.
            "customer-focus.notices.interval=200ms",
            // A look for reminders writes notices, too: it would be held with the briefings it has
            // locked, and nobody could complete those.
            "customer-focus.sweeps.every.reminders=1h");
    // As shipped, what a dead node had is free after a minute, its mails after two.
    var soonFree =
        TestDuration.bounded(
            "camunda.bpm.job-execution.lock-time-in-millis=5000",
            "customer-focus.notices.lease=5s");
    return Stream.of(always, soonFree, TestDuration.bounded(bounded))
        .flatMap(Function.identity())
        .toArray(String[]::new);
  }

  /** Mails are held from now on. */
  FaultDuringWork(TwoNodes nodes) throws SQLException {
    mails = new HeldOperation(nodes, "update of state on notice for each row");
    briefings = new HeldOperation(nodes, "insert on notice for each statement");
    mails.begin();
  }

  /** Waits until this node has sent mails and cannot write it down. */
  void awaitMailsOf(String node) {
    mails.await(node);
  }

  /** From now on no memo is passed on wholly. */
  void holdBriefings() throws SQLException {
    briefings.begin();
  }

  /** Waits until a node is in the middle of passing one on; says which. */
  String awaitBriefing() {
    return briefings.awaitAny();
  }

  @Override
  public void close() throws SQLException {
    mails.close();
    briefings.close();
  }
}
