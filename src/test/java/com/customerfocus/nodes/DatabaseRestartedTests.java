package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL goes away without a word while a memo goes down, and comes back; the nodes stay. */
@Tag("nodes")
class DatabaseRestartedTests {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseRestartedTests.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void everythingGoesOnByItselfWhenTheDatabaseIsBackAndWhatWasConfirmedIsThere(@TempDir Path folder)
      throws Exception {
    try (var nodes = new TwoNodes(folder, Play.company(), settings()).start();
        var play = new Play(nodes)) {
      var workforce = play.begin();
      play.awaitMiddle();

      new MidWork(nodes, "%").strike(nodes.postgres()::stopAtOnce);
      await()
          .atMost(PATIENCE)
          .until(() -> play.troubles().stream().anyMatch(DatabaseRestartedTests::isPage));
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
      LOG.info("{} mails came twice", workforce.everyoneWasToldOnce(nodes.database()));
      assertThat(play.troubles())
          .filteredOn(DatabaseRestartedTests::isPage)
          .allSatisfy(
              answer ->
                  assertThat(answer.body())
                      .contains("Something went wrong on our side")
                      .doesNotContain("Exception", "SQL", "postgres"));
    }
  }

  /** As shipped, a dead node's jobs are free after a minute and its mails after two. */
  private static String[] settings() {
    return Boolean.getBoolean("thorough")
        ? new String[] {"customer-focus.notices.interval=200ms"}
        : new String[] {
          "camunda.bpm.job-execution.lock-time-in-millis=5000",
          "customer-focus.notices.lease=5s",
          "customer-focus.notices.interval=200ms",
          // How long a request waits for a connection; 30 seconds unless told.
          "spring.datasource.hikari.connection-timeout=2000"
        };
  }

  private static boolean isPage(HttpResponse<String> answer) {
    return answer.uri().getPath().startsWith("/memo/");
  }
}
