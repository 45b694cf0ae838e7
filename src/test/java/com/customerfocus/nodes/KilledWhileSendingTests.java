package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of two nodes is killed while both send some mails to each of many people. The other sends
 * what is left; twice come only mails that were being sent or recorded, at most {@value
 * #MOST_TWICE}.
 */
@Tag("nodes")
class KilledWhileSendingTests {

  private static final Logger LOG = LoggerFactory.getLogger(KilledWhileSendingTests.class);

  /** Longer than the leases as shipped. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Twice as many as a node has connections, as shipped. */
  static final int MOST_TWICE = 16;

  private static final int MAILS_EACH = 4;

  private final SmallTeam team = new SmallTeam(300);
  private final int mails = MAILS_EACH * team.readers();

  @Test
  void eachMailArrivesAndFewArriveTwiceWhenANodeIsKilledInTheMiddle(@TempDir Path folder)
      throws Exception {
    try (var nodes = nodes(folder)) {
      recordMails(nodes);
      assertThat(nodes.mailServer().waitForIncomingEmail(PATIENCE.toMillis(), mails / 3)).isTrue();

      nodes.one().kill();

      assertThat(nodes.count("notice where state = 'NOT_SENT'")).isPositive();
      var twice = eachArrivesInOrder(nodes);
      LOG.info("Of {} mails {} came twice", mails, twice);
      assertThat(twice).isLessThanOrEqualTo(MOST_TWICE);
    }
  }

  @Test
  void aNodeThatCannotRecordResultsStopsSendingAndNoMoreComeTwiceWhenItIsKilled(
      @TempDir Path folder) throws Exception {
    try (var nodes = nodes(folder)) {
      var both = 2 * MOST_TWICE;
      try (var results = new HeldOperation(nodes, "update of state on notice for each row")) {
        results.begin();
        recordMails(nodes);
        results.await("one");
        results.await("two");
        assertThat(nodes.mailServer().waitForIncomingEmail(PATIENCE.toMillis(), both)).isTrue();
        nodes.one().kill();
      }

      var twice = eachArrivesInOrder(nodes);
      LOG.info("Of {} mails, none of which could be recorded, {} came twice", mails, twice);
      assertThat(twice).isBetween(1, MOST_TWICE);
    }
  }

  /** Both have sent each reader the memo. */
  private TwoNodes nodes(Path folder) throws Exception {
    var soonFree = TestDuration.bounded("customer-focus.notices.lease=10s");
    var settings =
        Stream.concat(Stream.of("customer-focus.notices.interval=200ms"), soonFree)
            .toArray(String[]::new);
    var nodes = new TwoNodes(folder, team.company(), settings).start();
    try {
      team.getTheMemo(nodes.one());
      await()
          .atMost(PATIENCE)
          .until(() -> nodes.count("notice where state = 'SENT'") >= team.readers());
      nodes.mailServer().purgeEmailFromAllMailboxes();
      return nodes;
    } catch (Exception e) {
      nodes.close();
      throw e;
    }
  }

  /** The memo again, some times to each reader. */
  private void recordMails(TwoNodes nodes) {
    var recorded =
        nodes
            .database()
            .update(
                """
                insert into notice (kind, subject_id, occasion, recipient_id, name, address,
                                    language, site, state, next_try_at, created_at)
                select kind, subject_id, n, recipient_id, name, address,
                       language, site, 'NOT_SENT', now(), now()
                  from notice, generate_series(1, ?) n
                 where kind = 'memo-arrived' order by n, id
                """,
                MAILS_EACH);
    assertThat(recorded).isEqualTo(mails);
  }

  /**
   * Waits until all are sent.
   *
   * @return how many came twice
   */
  private int eachArrivesInOrder(TwoNodes nodes) throws MessagingException {
    await().atMost(PATIENCE).until(() -> nodes.count("notice where state <> 'SENT'") == 0);
    Map<String, List<String>> arrived = new HashMap<>();
    var all = nodes.mailServer().getReceivedMessages();
    for (var mail : all) {
      arrived.computeIfAbsent(recipient(mail), it -> new ArrayList<>()).add(mail.getMessageID());
    }
    Map<String, List<String>> recorded = new HashMap<>();
    nodes
        .database()
        .query(
            "select id, address from notice where occasion > 0 order by id",
            row -> {
              recorded
                  .computeIfAbsent(row.getString("address"), it -> new ArrayList<>())
                  .add("<notice-%d@localhost>".formatted(row.getLong("id")));
            });
    assertThat(recorded).hasSize(team.readers());
    assertThat(arrived).hasSameSizeAs(recorded);
    recorded.forEach(
        (address, ids) ->
            assertThat(new LinkedHashSet<>(arrived.get(address)))
                .as("what %s got, each for the first time", address)
                .containsExactlyElementsOf(ids));
    return all.length - mails;
  }

  private static String recipient(MimeMessage mail) throws MessagingException {
    return mail.getAllRecipients()[0].toString();
  }
}
