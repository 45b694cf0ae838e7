package com.customerfocus.nodes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Strikes when it hurts most: while a job is half done and mails have been sent but are not written
 * down as such. For that it holds the table of notices until both wait for it.
 */
class MidWork {

  /** What happens then. */
  interface Blow {
    void strike() throws IOException;
  }

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String JOB = "insert into notice";
  private static final String MAILS = "update notice";

  private final TwoNodes nodes;
  private final String node;

  /**
   * @param node the name of the node that must be in mid-work, or {@code %} if it may be any
   */
  MidWork(TwoNodes nodes, String node) {
    this.nodes = nodes;
    this.node = node;
  }

  void strike(Blow blow) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> hasStruck(blow));
  }

  private boolean hasStruck(Blow blow) throws Exception {
    try (var connection = nodes.database().getDataSource().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table notice in exclusive mode");
      // Whoever sends mails does so for a moment only; a briefing comes along soon.
      if (!waits(MAILS, Duration.ofMillis(300)) || !waits(JOB, Duration.ofSeconds(5))) {
        connection.rollback();
        return false;
      }
      blow.strike();
      return true;
    }
  }

  private boolean waits(String statement, Duration atMost) {
    try {
      await()
          .atMost(atMost)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .until(
              () ->
                  nodes.count(
                          "pg_stat_activity where wait_event_type = 'Lock' and application_name"
                              + " like '%s' and query ~* '^\\s*%s'".formatted(node, statement))
                      > 0);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }
}
