package com.customerfocus.nodes;

import static com.customerfocus.nodes.SmallTeam.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.SeparateProgram;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, one of them on a machine whose clock is ten minutes ahead. */
@Tag("nodes")
class WrongClockTests {

  private static final Clock CLOCK = Clock.systemUTC();

  private final SmallTeam team = new SmallTeam();
  private final TwoNodes nodes;
  private final SeparateProgram right;
  private final SeparateProgram ahead;

  WrongClockTests(@TempDir Path folder) throws IOException {
    nodes =
        new TwoNodes(
            folder,
            team.company(),
            "customer-focus.sweeps.every.reminders=1s",
            // Reminders come in working time: it must include the hour of this test.
            "customer-focus.working-time.calendars.madrid.hours.monday-sunday=00:00-24:00");
    right = nodes.node("right");
    ahead =
        nodes.node(
            "ahead", TenMinutesAhead.classpath(Files.createDirectory(folder.resolve("clock"))));
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  @Test
  void nothingHappensTwiceOrEarlyAndHealthSaysWhichClockIsWrong() throws Exception {
    nodes.startAll();
    assertThat(Health.toStrangers(right).statusCode()).isEqualTo(200);
    assertThat(Health.toStrangers(ahead).statusCode()).isEqualTo(503);
    assertThat(Health.of(ahead).body())
        .containsPattern("This machine's clock is 60[01] s ahead of the database's")
        .contains("\"clock\":{\"status\":\"DOWN\"", "\"jobs\":{\"status\":\"UP\"");
    assertThat(Pattern.compile("s clock is 60[01] s ahead").matcher(ahead.output()).results())
        .hasSize(1);
    assertThat(Health.readiness(ahead)).as("it can do its work all the same").isEqualTo(200);

    team.getTheMemo(ahead);
    awaitMails("memo-arrived", 1);
    theReminderIsDueNow();
    awaitMails("memo-reminder", 1);
    assertThat(nodes.count("notice where created_at > now() + interval '1 minute'")).isZero();

    right.kill();
    whatTheOtherNodeHasInWork();
    theReminderIsDueInFiveMinutes();
    team.getTheMemo(ahead);
    awaitMails("memo-arrived", 2);
    assertThat(nodes.count("ACT_RU_JOB where LOCK_OWNER_ = 'other'")).as("jobs left alone").isOne();
    assertThat(nodes.count("cascade where state = 'RUNNING'")).isEqualTo(2);
    assertThat(nodes.count("notice where state = 'NOT_SENT' and tries = 0"))
        .as("mails left alone")
        .isEqualTo(team.readers());
    awaitMails("memo-reminder", 1);
  }

  /** The team's answers became due a minute ago, after the last check. */
  private void theReminderIsDueNow() {
    nodes
        .database()
        .update(
            """
        update briefing set acknowledgements_due_at = now() - interval '1 minute',
          reminders_processed_until = now() - interval '1 hour', check_reminders_at = now()
        where state = 'WAITING'
        """);
  }

  private void theReminderIsDueInFiveMinutes() {
    nodes
        .database()
        .update(
            """
        update briefing set acknowledgements_due_at = now() + interval '5 minutes',
          reminders_processed_until = now() - interval '1 minute',
          check_reminders_at = now() + interval '5 minutes'
        where state = 'WAITING'
        """);
  }

  /**
   * A due timer and mails of reminders, leased by another node for two minutes. They are other
   * people's: further mails to the same recipients would wait for them.
   */
  private void whatTheOtherNodeHasInWork() {
    var now = CLOCK.instant();
    assertThat(
            nodes
                .database()
                .update(
                    """
                update ACT_RU_JOB set DUEDATE_ = ?, LOCK_OWNER_ = 'other', LOCK_EXP_TIME_ = ?
                where TYPE_ = 'timer'
                """,
                    Timestamp.from(now.minusSeconds(1)),
                    Timestamp.from(now.plus(Duration.ofMinutes(2)))))
        .isOne();
    nodes
        .database()
        .update(
            """
        update notice set state = 'NOT_SENT', tries = 0, sent_at = null,
          next_try_at = now() + interval '2 minutes', recipient_id = 'other-' || recipient_id
        where kind = 'memo-reminder'
        """);
  }

  /** Waits for this number of distinct mails for each reader. */
  private void awaitMails(String kind, int each) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(sent(kind)).hasSize(each * team.readers()).doesNotHaveDuplicates());
  }

  /** Ids of notices in the mails. */
  private List<Long> sent(String kind) throws MessagingException {
    var ofThisKind =
        nodes.database().queryForList("select id from notice where kind = ?", Long.class, kind);
    var numbers = new ArrayList<Long>();
    for (var mail : nodes.mailServer().getReceivedMessages()) {
      numbers.add(Long.valueOf(mail.getMessageID().replaceAll("<notice-(\\d+)@.*", "$1")));
    }
    numbers.retainAll(ofThisKind);
    return numbers;
  }
}
