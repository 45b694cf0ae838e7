package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of two nodes is killed during a memo; the other completes it. */
@Tag("nodes")
class NodeKilledTests {

  private static final Logger LOG = LoggerFactory.getLogger(NodeKilledTests.class);

  @Test
  void whatAKilledNodeHadInWorkTheOtherOneDoesWhenTheLeasesEnd(@TempDir Path folder)
      throws Exception {
    try (var nodes =
            new TwoNodes(folder, CascadeScenario.company(), FaultDuringWork.settings()).start();
        var play = new CascadeScenario(nodes)) {
      var workforce = play.workforce();
      play.begin();
      try (var midWork = new FaultDuringWork(nodes)) {
        play.goOnToHalf();
        midWork.awaitMailsOf("one");
        midWork.awaitMailsOf("two");
        midWork.holdBriefings();
        play.goOn();
        nodes.named(midWork.awaitBriefing()).kill();
        LOG.info(
            "Killed with {} notices in work, after {} briefings and {} answers",
            nodes.count("notice where state = 'NOT_SENT' and next_try_at > now()"),
            workforce.briefed().size(),
            workforce.acknowledged().size());
      }
      workforce.holdToWhatWasConfirmed(nodes.database());

      play.awaitEnd();
      assertThat(play.troubles()).isEmpty();
      workforce.holdToWhatWasConfirmed(nodes.database());
      workforce.everythingCameToItsEnd(nodes.database());
      var twice = workforce.everyoneWasToldOnce(nodes.database());
      LOG.info("{} mails came twice", twice);
      assertThat(twice).isBetween(1, KilledWhileSendingTests.MOST_TWICE);
    }
  }
}
