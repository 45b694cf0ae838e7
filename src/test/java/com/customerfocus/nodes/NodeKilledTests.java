package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of two nodes is killed while a memo goes down; the other one does the rest. */
@Tag("nodes")
class NodeKilledTests {

  private static final Logger LOG = LoggerFactory.getLogger(NodeKilledTests.class);

  @Test
  void whatAKilledNodeHadInWorkTheOtherOneDoesWhenTheLeasesEnd(@TempDir Path folder)
      throws Exception {
    try (var nodes = new TwoNodes(folder, Play.company(), leases()).start();
        var play = new Play(nodes)) {
      var workforce = play.begin();
      play.awaitMiddle();

      new MidWork(nodes, "one")
          .strike(
              () -> {
                nodes.one().kill();
                LOG.info(
                    "Killed with {} jobs and {} notices in work, after {} briefings and {} answers",
                    nodes.count("ACT_RU_JOB where LOCK_OWNER_ is not null"),
                    nodes.count("notice where state = 'NOT_SENT' and next_try_at > now()"),
                    workforce.briefed().size(),
                    workforce.acknowledged().size());
              });
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
        ? new String[] {"customer-focus.notices.interval=200ms"}
        : new String[] {
          "camunda.bpm.job-execution.lock-time-in-millis=5000",
          "customer-focus.notices.lease=5s",
          // Mails go out as soon as there are some, so that it does not take long to catch one.
          "customer-focus.notices.interval=200ms"
        };
  }
}
