package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of two nodes is killed while a memo goes down; the other one does the rest. */
@Tag("nodes")
class NodeKilledTests {

  private static final Logger LOG = LoggerFactory.getLogger(NodeKilledTests.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String NOTICES_IN_WORK =
      "notice where state = 'NOT_SENT' and next_try_at > now()";

  @Test
  void whatAKilledNodeHadInWorkTheOtherOneDoesWhenTheLeasesEnd(@TempDir Path folder)
      throws Exception {
    try (var nodes = new TwoNodes(folder, Play.company(), leases()).start();
        var play = new Play(nodes)) {
      var workforce = play.begin();
      play.awaitAnswers(workforce.memosToMail() / 5);

      killInMidWork(nodes);
      LOG.info(
          "Killed with {} jobs and {} notices in work, after {} briefings and {} answers",
          nodes.count("ACT_RU_JOB where LOCK_EXP_TIME_ > now()"),
          nodes.count(NOTICES_IN_WORK),
          workforce.briefed().size(),
          workforce.acknowledged().size());
      workforce.holdToWhatWasConfirmed(nodes.database());

      play.awaitEnd();
      assertThat(play.troubles()).isEmpty();
      workforce.holdToWhatWasConfirmed(nodes.database());
      workforce.everythingCameToItsEnd(nodes.database());
      LOG.info("{} mails came twice", workforce.everyoneWasToldOnce(nodes.database()));
    }
  }

  /** As shipped, a dead node's jobs are free after a minute and its mails after two. */
  private static String[] leases() {
    return Boolean.getBoolean("thorough")
        ? new String[0]
        : new String[] {
          "camunda.bpm.job-execution.lock-time-in-millis=5000", "customer-focus.notices.lease=5s"
        };
  }

  /** Kills node one at a moment when it has a transaction of the engine open, and mails in work. */
  private static void killInMidWork(TwoNodes nodes) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              nodes.one().freeze();
              if (isInMidWork(nodes)) {
                return true;
              }
              nodes.one().goOn();
              return false;
            });
    nodes.one().kill();
  }

  private static boolean isInMidWork(TwoNodes nodes) {
    return nodes.count(
                "pg_stat_activity where application_name = 'one'"
                    + " and state = 'idle in transaction'")
            > 0
        && nodes.count(NOTICES_IN_WORK) > 0;
  }
}
