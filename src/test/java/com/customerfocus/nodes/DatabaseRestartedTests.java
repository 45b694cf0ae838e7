package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL crashes and restarts during a memo; the nodes keep running. */
@Tag("nodes")
class DatabaseRestartedTests {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseRestartedTests.class);

  /** How long a request waits for a connection; ten seconds as shipped. */
  private static final String CONNECTIONS = "spring.datasource.hikari.connection-timeout=2000";

  @Test
  void everythingGoesOnByItselfWhenTheDatabaseIsBackAndWhatWasConfirmedIsThere(@TempDir Path folder)
      throws Exception {
    try (var nodes =
            new TwoNodes(folder, CascadeScenario.company(), FaultDuringWork.settings(CONNECTIONS))
                .start();
        var play = new CascadeScenario(nodes)) {
      var workforce = play.workforce();
      play.begin();
      try (var midWork = new FaultDuringWork(nodes)) {
        play.goOnToHalf();
        midWork.awaitMailsOf("one");
        midWork.holdBriefings();
        play.goOn();
        midWork.awaitBriefing();
        nodes.postgres().stopAtOnce();
      }
      var reader = workforce.memosInMails().entrySet().iterator().next();
      var apology = workforce.press(reader.getKey(), reader.getValue());
      assertThat(apology.statusCode()).isGreaterThanOrEqualTo(500);
      assertThat(apology.body())
          .contains("Please open the link in your mail again")
          .doesNotContain("Exception", "SQL", "postgres");
      nodes.postgres().start();
      LOG.info(
          "Away after {} briefings and {} answers; {} requests failed",
          workforce.briefed().size(),
          workforce.acknowledged().size(),
          play.troubles().size());
      workforce.holdToWhatWasConfirmed(nodes.database());

      play.awaitEnd();
      workforce.holdToWhatWasConfirmed(nodes.database());
      workforce.everythingCameToItsEnd(nodes.database());
      var twice = workforce.everyoneWasToldOnce(nodes.database());
      LOG.info("{} mails came twice", twice);
      assertThat(twice).isLessThanOrEqualTo(2 * KilledWhileSendingTests.MOST_TWICE);
    }
  }
}
