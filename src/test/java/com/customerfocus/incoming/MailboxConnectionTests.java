package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.context.ApplicationContext;

/**
 * Connections that break and nodes that die, wherever they are: each mail is on record once, before
 * it is moved, and handled once.
 */
@Timeout(120)
class MailboxConnectionTests extends IncomingTestBase {

  private static final String MIDDLE = "in the middle of the mail";

  private CutConnection connection;

  MailboxConnectionTests(@Autowired ApplicationContext program) {
    super(program);
  }

  @BeforeEach
  void aConnectionThatCanBreak() {
    connection = new CutConnection(POST.port());
  }

  @AfterEach
  void itEnds() {
    connection.close();
  }

  /** The node dies with what it has in hand: it does not say that it no longer reads. */
  private class LeaseOfADeadNode extends MailboxLease {
    LeaseOfADeadNode() {
      super(jdbc, clock);
    }

    @Override
    void failed(String mailbox, Duration pause, String trouble) {}

    @Override
    void succeeded(String mailbox, Duration pause) {}
  }

  /** Two nodes think that the mailbox is theirs, as after a long pause of one of them. */
  private class LeaseForAll extends MailboxLease {
    LeaseForAll() {
      super(jdbc, clock);
    }

    @Override
    boolean take(String mailbox, Duration lease) {
      return true;
    }

    @Override
    boolean renew(String mailbox, Duration lease) {
      return true;
    }
  }

  private static String mail(int number, String text) {
    return """
        From: Ana Soler <ana@customer.example>
        To: reply@focus.example
        Subject: Mail %d
        Message-ID: <number-%d@customer.example>

        %s
        """
        .formatted(number, number, text);
  }

  private void deliverThreeMails() {
    deliver(mail(1, "First."));
    deliver(mail(2, "word\n".repeat(8_000) + MIDDLE + "\nword".repeat(8_000)));
    deliver(mail(3, "Third."));
  }

  /** More than are fetched together; the connection can break in the middle of mail 53. */
  private void deliverFiftyFiveMails() {
    for (var number = 1; number <= 55; number++) {
      var padding = number == 53 ? "word\n".repeat(8_000) : "";
      deliver(mail(number, padding + (number == 53 ? MIDDLE : "Hello") + "\n" + padding));
    }
  }

  private IncomingProperties brittle() {
    return settings(connection.port(), PASSWORD, "Handled");
  }

  private Health health(IncomingProperties settings) {
    return new IncomingHealthIndicator(settings, lease, bean(IncomingMails.class), clock).health();
  }

  private List<String> subjects() {
    return read.stream().map(IncomingMail::subject).sorted().toList();
  }

  @Test
  void aConnectionLostInTheMiddleOfAMailLosesNothingAndBringsNothingTwice() {
    deliverFiftyFiveMails();
    connection.cutInAnswer(MIDDLE, 1);

    assertThat(reading(brittle()).read()).isEqualTo(50);
    handleAll();

    assertThat(read).hasSize(50);
    assertThat(inFolder("INBOX")).as("on the server until all of the batch is read").isEqualTo(55);
    assertThat(health(brittle()).getStatus().getCode()).isEqualTo("DEGRADED");
    assertThat(health(brittle()).getDetails())
        .containsEntry("unavailableSince", clock.instant())
        .containsKey("trouble");

    clock.moveBy(Duration.ofMinutes(1));
    assertThat(reading(brittle()).read()).isEqualTo(5);
    handleAll();

    assertThat(read).hasSize(55).extracting(IncomingMail::subject).doesNotHaveDuplicates();
    assertThat(mailOf("Mail 53").ownText()).contains(MIDDLE);
    assertThat(inFolder("INBOX")).isZero();
    assertThat(inFolder("Handled")).isEqualTo(55);
    assertThat(health(brittle()).getStatus().getCode()).isEqualTo("UP");
  }

  private IncomingMail mailOf(String subject) {
    return read.stream().filter(mail -> mail.subject().equals(subject)).findFirst().orElseThrow();
  }

  @Test
  void aMailWithWhichTheConnectionBreaksEachTimeWaitsForAPersonAndTheRestGoesOn() {
    deliverThreeMails();
    connection.cutInAnswer(MIDDLE, Integer.MAX_VALUE);
    reader = mail -> mail.from() != null && read.add(mail);
    var node = reading(brittle());

    for (var tries = 0; tries < 5; tries++) {
      node.read();
      handleAll();
      clock.moveBy(Duration.ofMinutes(1));
    }

    assertThat(subjects()).containsExactly("Mail 1", "Mail 3");
    assertThat(inFolder("Handled")).isEqualTo(3);
    assertThat(count("state = 'WAITING' and not readable")).isEqualTo(1);
    assertThat(
            jdbc.sql("select message_id from incoming_mail where state = 'WAITING'")
                .query(String.class)
                .single())
        .as("by which a person finds it")
        .isEqualTo("<number-2@customer.example>");
    assertThat(health(brittle()).getStatus().getCode()).isEqualTo("UP");
    assertThat(health(brittle()).getDetails()).containsEntry("waitingForAPerson", 1);
  }

  @Test
  void aNodeKilledBetweenRecordAndMoveLeavesMailsThatTheNextOneOnlyMoves() {
    deliverThreeMails();
    connection.cutBefore("\\b(MOVE|COPY)\\b");

    assertThat(reading(brittle(), new LeaseOfADeadNode()).read()).isEqualTo(3);

    assertThat(inFolder("INBOX")).isEqualTo(3);
    assertThat(count("state = 'RECEIVED'")).isEqualTo(3);
    assertThat(reading(settings()).read()).as("its lease runs").isZero();
    assertThat(inFolder("INBOX")).isEqualTo(3);
    handleAll();
    clock.moveBy(Duration.ofMinutes(2));
    assertThat(reading(settings()).read()).isZero();
    handleAll();

    assertThat(subjects()).containsExactly("Mail 1", "Mail 2", "Mail 3");
    assertThat(inFolder("INBOX")).isZero();
    assertThat(inFolder("Handled")).isEqualTo(3);
  }

  @Test
  void aNodeKilledWhileItReadsLeavesTheRestToTheNextOne() {
    deliverFiftyFiveMails();
    connection.cutInAnswer(MIDDLE, 1);

    assertThat(reading(brittle(), new LeaseOfADeadNode()).read()).isEqualTo(50);
    clock.moveBy(Duration.ofMinutes(2));
    assertThat(reading(settings()).read()).isEqualTo(5);
    handleAll();

    assertThat(read).hasSize(55).extracting(IncomingMail::subject).doesNotHaveDuplicates();
  }

  @Test
  void noMailIsMovedBeforeItIsOnRecord() {
    var onRecord = new CopyOnWriteArrayList<Long>();
    connection.listen(
        piece -> {
          if (piece.matches("(?is).*\\b(MOVE|COPY|STORE|EXPUNGE)\\b.*")) {
            onRecord.add(count("uid is not null"));
          }
        });
    IntStream.range(0, 150).forEach(number -> deliver(mail(number, "Mail")));

    reading(brittle()).read();

    assertThat(onRecord).hasSizeGreaterThanOrEqualTo(2);
    assertThat(onRecord.get(0)).isEqualTo(100);
    assertThat(onRecord.get(onRecord.size() - 1)).isEqualTo(150);
    assertThat(inFolder("Handled")).isEqualTo(150);
  }

  @Test
  void twoNodesTakeTurns() throws Exception {
    IntStream.range(0, 60).forEach(number -> deliver(mail(number, "Mail")));

    inTwoNodes(reading(settings(), new MailboxLease(jdbc, clock)), reading(settings(), lease));

    assertEachOfSixtyOnce();
  }

  @Test
  void twoNodesThatBothHoldTheMailboxForTheirsHandleEachMailOnce() throws Exception {
    IntStream.range(0, 60).forEach(number -> deliver(mail(number, "Mail")));

    inTwoNodes(reading(settings(), new LeaseForAll()), reading(settings(), new LeaseForAll()));
    // A node whose mails the other one has moved meanwhile gives up; it reads again later.
    clock.moveBy(Duration.ofMinutes(10));
    reading(settings(), new LeaseForAll()).read();
    handleAll();

    assertEachOfSixtyOnce();
  }

  private void inTwoNodes(MailboxReading one, MailboxReading other) throws Exception {
    var taken = new CopyOnWriteArrayList<IncomingMail>();
    reader = taken::add;
    var together = new CyclicBarrier(2);
    var work = new ArrayList<Callable<Void>>();
    for (var node : List.of(one, other)) {
      work.add(
          () -> {
            together.await();
            node.read();
            handleAll();
            return null;
          });
    }
    var threads = Executors.newFixedThreadPool(2);
    try {
      for (var node : threads.invokeAll(work)) {
        node.get();
      }
    } finally {
      threads.shutdownNow();
    }
    read.addAll(taken);
    reader = read::add;
  }

  private void assertEachOfSixtyOnce() {
    assertThat(count("state = 'HANDLED'")).isEqualTo(60);
    assertThat(read).hasSize(60).extracting(IncomingMail::subject).doesNotHaveDuplicates();
    assertThat(inFolder("INBOX")).isZero();
    assertThat(inFolder("Handled")).isGreaterThanOrEqualTo(60);
  }
}
