package com.customerfocus.nodes;

import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Times a fault at the worst moment: mails are sent but not recorded as sent, a briefing is
 * recorded and half passed on.
 */
class FaultDuringWork implements AutoCloseable {

  private final HeldOperation mails;
  private final HeldOperation briefings;

  /**
   * Settings of the nodes.
   *
   * @param bounded more settings, except in a thorough run
   */
  static String[] settings(String... bounded) {
    var always =
        Stream.of(
            // Neither node has to wait long for mails.
            "customer-focus.notices.interval=200ms",
            // The sweep for reminders writes notices, too: it would hang with its locks on
            // briefings, and managers could not complete those.
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

  /** Holds mails from now on. */
  FaultDuringWork(TwoNodes nodes) throws SQLException {
    mails = new HeldOperation(nodes, "update of state on notice for each row");
    briefings = new HeldOperation(nodes, "insert on notice for each statement");
    mails.begin();
  }

  /** Waits until this node has sent mails and cannot record it. */
  void awaitMailsOf(String node) {
    mails.await(node);
  }

  /** Holds the passing on of memos from now on. */
  void holdBriefings() throws SQLException {
    briefings.begin();
  }

  /**
   * Waits until a node is passing on a memo.
   *
   * @return its name
   */
  String awaitBriefing() {
    return briefings.awaitAny();
  }

  @Override
  public void close() throws SQLException {
    mails.close();
    briefings.close();
  }
}
