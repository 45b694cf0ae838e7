package com.customerfocus.notice;

import static com.customerfocus.notice.GreetingRenderer.GREETING;
import static com.customerfocus.notice.NoticeState.NOT_SENT;
import static com.customerfocus.notice.NoticeState.SENT;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.customerfocus.notice.smtp.MailServer;
import com.customerfocus.testing.TestDatabase;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.IllegalTransactionStateException;

class NoticeSendingTests extends NoticeTestBase {

  private static final Set<String> KINDS = Set.of(GREETING);
  private static final Set<Long> NONE = Set.of();

  private final NoticeQueue due;
  private final NoticeRenderers writers;
  private final MimeMessages mimeMessages;
  private final MailServer server;
  private final NoticeProperties settings;

  NoticeSendingTests(ApplicationContext program) {
    super(program);
    due = program.getBean(NoticeQueue.class);
    writers = program.getBean(NoticeRenderers.class);
    mimeMessages = program.getBean(MimeMessages.class);
    server = program.getBean(MailServer.class);
    settings = program.getBean(NoticeProperties.class);
  }

  @Test
  void aRefusedAddressDoesNotDelayOtherMails() throws Exception {
    people(250);
    greetEveryone();
    try (var server =
        new ScriptedMailServer().answers("RCPT TO:<p120@", "550 5.1.1 No such user here, sorry")) {
      mailSettings.setPort(server.port());

      assertThat(sender.sendDue()).isEqualTo(249);

      assertThat(server.accepted()).hasSize(249).doesNotContain("p120@example.com");
      assertThat(server.connections()).isBetween(1, settings.connections());
    }
    assertThat(count(SENT)).isEqualTo(249);
    assertThat(stateOf(120)).isEqualTo("FAILED");
    assertThat(triesOf(120)).isEqualTo(1);
    assertThat(errorOf(120)).isEqualTo("550 5.1.1 No such user here, sorry");
  }

  @Test
  void allBatchesGoOverTheSameConnection() throws Exception {
    people(250);
    greetEveryone();
    try (var server = new ScriptedMailServer()) {
      mailSettings.setPort(server.port());

      assertThat(overConnections(1).sendDue()).isEqualTo(250);

      assertThat(server.accepted()).hasSize(250).doesNotHaveDuplicates();
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.quits()).isEqualTo(1);
    }
  }

  @Test
  void aFewMailsGoOverOneConnection() throws Exception {
    people(10);
    greetEveryone();
    try (var server = new ScriptedMailServer()) {
      mailSettings.setPort(server.port());

      assertThat(sender.sendDue()).isEqualTo(10);

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void manyMailsGoOverSeveralConnectionsAtOnce() throws Exception {
    people(250);
    greetEveryone();
    try (var server = new ScriptedMailServer().waitsForMailsAtOnce(4)) {
      mailSettings.setPort(server.port());

      assertThat(overConnections(4).sendDue()).isEqualTo(250);

      assertThat(server.accepted()).hasSize(250).doesNotHaveDuplicates();
      assertThat(server.connections()).isEqualTo(4);
      assertThat(server.quits()).isEqualTo(4);
    }
    assertThat(count(SENT)).isEqualTo(250);
  }

  @Test
  void aServerThatRefusesFurtherConnectionsGetsAllMailsOverThoseItHasAccepted() throws Exception {
    people(250);
    greetEveryone();
    try (var server = new ScriptedMailServer().acceptsConnections(2)) {
      mailSettings.setPort(server.port());
      var sender = overConnections(4);

      assertThat(sender.sendDue()).isEqualTo(250);

      assertThat(server.accepted()).hasSize(250).doesNotHaveDuplicates();
      assertThat(sender.outage()).isEmpty();
    }
    assertThat(countWhere("tries <> 1")).isZero();
  }

  @Test
  void aConnectionThatBreaksLeavesItsMailsToTheOthers() throws Exception {
    people(100);
    greetEveryone();
    try (var server = new ScriptedMailServer().answers("RCPT TO:<p2@", "")) {
      mailSettings.setPort(server.port());

      assertThat(overConnections(4).sendDue()).isEqualTo(99);
    }
    assertThat(stateOf(2)).isEqualTo("NOT_SENT");
    assertThat(triesOf(2)).isEqualTo(1);
  }

  @Test
  void aServerThatGoesAwayFromAllConnectionsCostsOnlyTheMailsBeingSent() throws Exception {
    people(100);
    greetEveryone();
    try (var server = new ScriptedMailServer().answers("RCPT", "")) {
      mailSettings.setPort(server.port());
      var sender = overConnections(4);

      assertThat(sender.sendDue()).isZero();

      assertThat(sender.outage()).isPresent();
    }
    assertThat(count(NOT_SENT)).isEqualTo(100);
    assertThat(countWhere("tries > 0")).isBetween(1L, 4L);
    mailSettings.setPort(postPort());
    clock.moveBy(settings.pause());
    assertThat(overConnections(4).sendDue()).isEqualTo(100);
  }

  @Test
  void mailsToOneRecipientKeepTheirOrder() throws Exception {
    people(100);
    greetEveryone();
    transaction.executeWithoutResult(
        status ->
            notices.recordAddressed(
                GREETING,
                """
                select 1000 + cast(id as bigint) as subject_id, 0 as occasion,
                       'customer:1' as recipient_id, 'Ana' as name,
                       'n' || (1000 + cast(id as bigint)) || '@example.com' as address,
                       'en' as language, cast(null as varchar(100)) as site
                  from person order by cast(id as bigint)
                """,
                Map.of()));
    try (var server = new ScriptedMailServer()) {
      mailSettings.setPort(server.port());

      assertThat(overConnections(4).sendDue()).isEqualTo(200);

      assertThat(server.accepted()).hasSize(200).doesNotHaveDuplicates();
      assertThat(server.accepted().stream().filter(address -> address.startsWith("n")))
          .hasSize(100)
          .isSorted();
    }
  }

  @Test
  void pausesGrowAndAfterTheLastTryTheNoticeHasFailedWithTheServersWords() throws Exception {
    people(1);
    greetEveryone();
    var pauses =
        List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));
    try (var server =
        new ScriptedMailServer().answers("RCPT", "450 4.2.2 Mailbox full " + "x".repeat(400))) {
      mailSettings.setPort(server.port());
      sender.sendDue();
      for (var i = 0; i < pauses.size(); i++) {
        assertThat(triesOf(1)).isEqualTo(i + 1);
        assertThat(stateOf(1)).isEqualTo("NOT_SENT");
        clock.moveBy(pauses.get(i).minusSeconds(1));
        sender.sendDue();
        assertThat(triesOf(1)).as("tried before the pause was over").isEqualTo(i + 1);
        clock.moveBy(Duration.ofSeconds(1));
        sender.sendDue();
      }
    }

    assertThat(triesOf(1)).isEqualTo(6);
    assertThat(stateOf(1)).isEqualTo("FAILED");
    assertThat(errorOf(1)).startsWith("450 4.2.2 Mailbox full");
    mailSettings.setPort(postPort());
    clock.moveBy(Duration.ofDays(30));
    assertThat(sender.sendDue()).isZero();
  }

  @Test
  void aServerThatIsDownCostsNoTryAndIsAskedOnceAMinute() throws Exception {
    people(150);
    greetEveryone();
    mailSettings.setPort(portWithoutAServer());
    database.startCounting();

    assertThat(sender.sendDue()).isZero();
    var executions = database.executions().size();
    assertThat(sender.sendDue()).isZero();

    assertThat(database.executions()).as("left alone while pausing").hasSize(executions);
    assertThat(count(NOT_SENT)).isEqualTo(150);
    assertThat(countWhere("tries > 0")).isZero();
    assertThat(countWhere("error like 'The mail server is not available: %'")).isEqualTo(100);
    mailSettings.setPort(postPort());
    clock.moveBy(settings.pause());
    assertThat(sender.sendDue()).isEqualTo(150);
    assertThat(POST.getReceivedMessages()).hasSize(150);
    assertThat(countWhere("error is not null")).isZero();
  }

  @Test
  void aServerThatRefusesTheSenderCostsNoTry() throws Exception {
    people(5);
    greetEveryone();
    try (var server =
        new ScriptedMailServer().answers("MAIL", "530 5.7.0 Authentication required")) {
      mailSettings.setPort(server.port());

      assertThat(sender.sendDue()).isZero();
    }
    assertThat(count(NOT_SENT)).isEqualTo(5);
    assertThat(triesOf(1)).isZero();
    assertThat(errorOf(1)).contains("530 5.7.0 Authentication required");
  }

  @Test
  void aServerThatEndsTheConnectionAfterSomeMailsGetsAnotherOne() throws Exception {
    people(45);
    greetEveryone();
    try (var server = new ScriptedMailServer().endsTheConnectionAfter(20)) {
      mailSettings.setPort(server.port());

      assertThat(overConnections(1).sendDue()).isEqualTo(45);

      assertThat(server.accepted()).hasSize(45).doesNotHaveDuplicates();
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void aMailThatMakesTheServerHangUpHasHadItsTryAndTheOthersAreSentLater() throws Exception {
    people(3);
    greetEveryone();
    try (var server = new ScriptedMailServer().answers("RCPT TO:<p2@", "")) {
      mailSettings.setPort(server.port());

      sender.sendDue();

      assertThat(triesOf(2)).isEqualTo(1);
      assertThat(triesOf(3)).isZero();
      clock.moveBy(settings.pause());
      sender.sendDue();
      assertThat(server.accepted()).containsExactlyInAnyOrder("p1@example.com", "p3@example.com");
    }
  }

  @Test
  void anAddressThatCannotBeOneFailsAtOnce() {
    person(1, "Ana", "ana@example.com\r\nBcc: all@example.com", "es");
    person(2, "Ben", "ben@example.com", "en");
    greetEveryone();

    assertThat(sender.sendDue()).isEqualTo(1);

    assertThat(stateOf(1)).isEqualTo("FAILED");
    assertThat(errorOf(1)).contains("is not a mail address");
    assertThat(POST.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aFailedRenderingIsRetried() {
    people(1);
    greetEveryone();
    greetings.meanwhile(
        () -> {
          throw new IllegalStateException("no words");
        });

    assertThat(sender.sendDue()).isZero();

    assertThat(triesOf(1)).isEqualTo(1);
    assertThat(errorOf(1)).contains("could not be written").contains("no words");
    greetings.reset();
    clock.moveBy(Duration.ofMinutes(1));
    assertThat(sender.sendDue()).isEqualTo(1);
  }

  @Test
  void aMailThatCannotBeRenderedDoesNotDelayOtherMails() {
    people(3);
    greetEveryone();
    greetings.failsFor(2);

    assertThat(sender.sendDue()).isEqualTo(2);

    assertThat(triesOf(2)).isEqualTo(1);
    assertThat(errorOf(2)).contains("no words");
  }

  @Test
  void aMailThatCannotBeBuiltIsRetried() {
    people(1);
    greetEveryone();
    greetings.writesSubject(null);

    assertThat(sender.sendDue()).isZero();

    assertThat(triesOf(1)).isEqualTo(1);
    assertThat(errorOf(1)).contains("could not be made a mail");
  }

  @Test
  void aMailThatNoLongerAppliesIsNotSent() {
    people(2);
    greetEveryone();
    greetings.withdraw(1);

    assertThat(sender.sendDue()).isEqualTo(1);

    assertThat(stateOf(1)).isEqualTo("LAPSED");
    assertThat(stateOf(2)).isEqualTo("SENT");
  }

  @Test
  void mailIsNeverSentInsideATransaction() {
    assertThatThrownBy(() -> transaction.execute(status -> sender.sendDue()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void aNodeThatDiedBeforeWritingDownWhatItSentLeavesTheSameMailToAnother() throws Exception {
    people(1);
    greetEveryone();
    sender.sendDue();
    // As if the node had died between sending and recording.
    rows.update(
        "update notice set state = 'NOT_SENT', tries = 0, sent_at = null, next_try_at = ?",
        leaseEnd().atOffset(java.time.ZoneOffset.UTC));

    assertThat(sender.sendDue()).as("the lease still runs").isZero();
    clock.moveBy(Duration.ofMinutes(5));
    assertThat(sender.sendDue()).isEqualTo(1);

    var mimeMessages = POST.getReceivedMessages();
    assertThat(mimeMessages).hasSize(2);
    assertThat(mimeMessages[1].getMessageID())
        .isEqualTo(mimeMessages[0].getMessageID())
        .matches("<notice-\\d+@localhost>");
  }

  @Test
  void aClaimedNoticeBelongsToTheNodeUntilItsLeaseEnds() {
    people(150);
    greetEveryone();

    var first = take(100, KINDS, NONE, clock.instant(), leaseEnd());
    var second = take(100, KINDS, NONE, clock.instant(), leaseEnd());

    assertThat(first).hasSize(100);
    assertThat(second).hasSize(50).doesNotContainAnyElementsOf(first);
    assertThat(take(100, KINDS, NONE, leaseEnd(), leaseEnd().plusSeconds(1))).hasSize(100);
  }

  @Test
  void aNodeDoesNotWaitForRowsThatAnotherIsTaking() throws Exception {
    people(150);
    greetEveryone();
    var other = Executors.newSingleThreadExecutor();

    var taken = new ArrayList<ClaimedNotice>();
    transaction.executeWithoutResult(
        status -> {
          taken.addAll(take(100, KINDS, NONE, clock.instant(), leaseEnd()));
          taken.addAll(
              await(other.submit(() -> take(100, KINDS, NONE, clock.instant(), leaseEnd()))));
        });
    other.shutdown();

    assertThat(taken).hasSize(150).doesNotHaveDuplicates();
  }

  @Test
  void aLateNodeDoesNotOverwriteTheResultOfAnother() {
    people(1);
    greetEveryone();
    var late = take(1, KINDS, NONE, clock.instant(), clock.instant()).get(0);
    sender.sendDue();

    due.settle(List.of(late.tried(clock.instant(), "timed out")));

    assertThat(stateOf(1)).isEqualTo("SENT");
    assertThat(errorOf(1)).isNull();
  }

  @Test
  void aNodeThatIsToldToStopLeavesTheRestToTheOthersAtOnce() {
    people(3);
    greetEveryone();
    var stopping = new NoticeSender(due, writers, mimeMessages, server, settings, clock);
    greetings.meanwhile(stopping::stop);

    assertThat(stopping.sendDue()).isZero();

    greetings.reset();
    assertThat(sender.sendDue()).isEqualTo(3);
  }

  @Test
  void aNodeThatIsTooSlowPutsTheRestBackWellBeforeItsLeaseEnds() {
    people(3);
    greetEveryone();
    greetings.meanwhile(() -> clock.moveBy(Duration.ofMinutes(3)));

    assertThat(sender.sendDue()).isZero();

    assertThat(triesOf(1)).isZero();
    greetings.reset();
    assertThat(sender.sendDue()).isEqualTo(3);
  }

  @Test
  void aServerThatStopsAnsweringIsNotWaitedForWithoutEnd() {
    assertThat(mailSettings.getJavaMailProperties())
        .containsEntry("mail.smtp.connectiontimeout", "10000")
        .containsEntry("mail.smtp.timeout", "10000")
        .containsEntry("mail.smtp.writetimeout", "10000");
  }

  @Test
  void twoNodesSendEachNoticeOnce() throws Exception {
    people(600);
    greetEveryone();
    var ready = new CountDownLatch(2);
    var nodes = Executors.newFixedThreadPool(2);
    var sent =
        IntStream.range(0, 2)
            .mapToObj(
                node ->
                    nodes.submit(
                        () -> {
                          ready.countDown();
                          ready.await();
                          return sender.sendDue();
                        }))
            .toList();

    var total = 0;
    for (var node : sent) {
      total += node.get();
    }
    nodes.shutdown();
    // A node may stop while the other has the last full batch; no notice is left.
    total += sender.sendDue();

    assertThat(total).isEqualTo(600);
    assertThat(Arrays.stream(POST.getReceivedMessages()).map(NoticeSendingTests::messageId))
        .hasSize(600)
        .doesNotHaveDuplicates();
  }

  @Test
  void aBatchCostsFourExecutionsAndWhatItsWriterAsksAndFewToRecordResults() {
    people(99);
    greetEveryone();
    database.startCounting();

    sender.sendDue();

    var recording = database.executions().stream().filter(sql -> sql.contains("sent_at")).count();
    assertThat(database.executions()).hasSize(5 + (int) recording);
    // Four together as a rule; fewer when a moment passes without.
    assertThat(recording).isLessThanOrEqualTo(99 / 2);
  }

  @Test
  void resultsThatTheDatabaseDoesNotTakeAreRecordedBeforeAnythingElseIsSent() {
    people(20);
    greetEveryone();
    var failures = new AtomicInteger(2);
    var failing = mock(NoticeQueue.class, delegatesTo(due));
    doAnswer(
            call -> {
              if (failures.getAndDecrement() > 0) {
                throw new TransientDataAccessResourceException("away");
              }
              due.settle(call.getArgument(0));
              return null;
            })
        .when(failing)
        .settle(any());
    var sender = new NoticeSender(failing, writers, mimeMessages, server, settings, clock);

    assertThatThrownBy(sender::sendDue).hasMessage("away");
    var sent = POST.getReceivedMessages().length;
    assertThat(sent).isBetween(1, 2 * settings.connections());
    assertThat(count(SENT)).isZero();
    assertThatThrownBy(sender::sendDue).hasMessage("away");
    assertThat(sender.sendDue()).isZero();

    assertThat(count(SENT)).isEqualTo(sent);
    assertThat(deliveries.delivered()).hasSize(sent);
    clock.moveBy(settings.lease());
    assertThat(sender.sendDue()).isEqualTo(20 - sent);
    assertThat(POST.getReceivedMessages()).hasSize(20);
  }

  @Test
  void mailsToARecipientWaitForThoseThatAnotherNodeHas() {
    for (var mail = 1; mail <= 3; mail++) {
      greetAna(mail);
    }
    person(4, "Ben", "ben@example.com", "en");
    greetEveryone();
    var other = take(1, KINDS, NONE, clock.instant(), leaseEnd());
    assertThat(other).extracting(it -> it.notice().subjectId()).containsExactly(1L);

    var mine = take(100, KINDS, NONE, clock.instant(), leaseEnd());

    assertThat(mine).extracting(it -> it.notice().subjectId()).containsExactly(4L);
    var ids = other.stream().map(it -> it.notice().id()).collect(toSet());
    assertThat(take(100, KINDS, ids, clock.instant(), leaseEnd()))
        .as("the other node, which sends one after the other")
        .extracting(it -> it.notice().subjectId())
        .containsExactly(2L, 3L);
    due.settle(List.of(other.get(0).tried(clock.instant(), "Not now")));
    rows.update("update notice set next_try_at = created_at where subject_id in (2, 3)");
    assertThat(take(100, KINDS, NONE, clock.instant(), leaseEnd()))
        .as("one that is tried again delays no other")
        .extracting(it -> it.notice().subjectId())
        .containsExactly(2L, 3L);
  }

  @Test
  void mailsToARecipientWaitForThoseThatAnotherNodeIsTaking() {
    greetAna(1);
    greetAna(2);
    var other = Executors.newSingleThreadExecutor();

    transaction.executeWithoutResult(
        status -> {
          assertThat(take(1, KINDS, NONE, clock.instant(), leaseEnd())).hasSize(1);
          assertThat(await(other.submit(() -> take(100, KINDS, NONE, clock.instant(), leaseEnd()))))
              .isEmpty();
        });
    other.shutdown();
  }

  @Test
  void mailsToARecipientWaitForThoseOfADeadNodeHoweverManyAreDueLonger() {
    greetAna(1001);
    take(1, KINDS, NONE, clock.instant(), leaseEnd());
    greetAna(1002);
    people(30);
    greetEveryone();
    clock.moveBy(Duration.ofMinutes(5));

    // They look at twenty, of which the dead node's is none.
    assertThat(
            IntStream.range(0, 5)
                .mapToObj(i -> take(2, KINDS, NONE, clock.instant(), leaseEnd()))
                .flatMap(List::stream)
                .map(it -> it.notice().subjectId()))
        .hasSize(10)
        .doesNotContain(1001L, 1002L);
    clock.moveBy(Duration.ofMinutes(5));
    assertThat(sender.sendDue() + sender.sendDue()).isEqualTo(32);
    assertThat(deliveries.delivered()).containsSubsequence(1001L, 1002L);
  }

  /** Which are picked then depends on the plan of the database. */
  @Test
  @Timeout(120)
  void aThousandMailsToOneRecipientAmongManySentOnesAreSentInOneGo() throws Exception {
    people(200);
    greet("'customer:2'", "cast(a.id as integer) <= 100", 1);
    rows.update("update notice set state = 'SENT', tries = 1, sent_at = created_at");
    greet("'customer:1'", "cast(a.id as integer) <= 5", 100_000);
    rows.execute("analyze");
    assertThat(sizeOfTheNextBatch()).isEqualTo(100);
    try (var server = new ScriptedMailServer()) {
      mailSettings.setPort(server.port());

      assertThat(sender.sendDue()).isEqualTo(1_000);
    }
    assertThat(deliveries.delivered())
        .isEqualTo(
            rows.queryForList(
                "select subject_id from notice where recipient_id = 'customer:1' order by id",
                Long.class));
  }

  /** As after an outage. */
  @Test
  @Timeout(120)
  void severalMailsToEachOfManyRecipientsAmongManySentOnesAreSentInOneGo() throws Exception {
    people(200);
    greet("'customer:' || b.id", "cast(a.id as integer) <= 100", 1);
    rows.update("update notice set state = 'SENT', tries = 1, sent_at = created_at");
    greet("'customer:' || b.id", "cast(a.id as integer) <= 4", 100_000);
    rows.execute("analyze");
    assertThat(sizeOfTheNextBatch()).isEqualTo(100);
    try (var server = new ScriptedMailServer()) {
      mailSettings.setPort(server.port());

      assertThat(sender.sendDue()).isEqualTo(800);
    }
  }

  private int sizeOfTheNextBatch() {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          if (TestDatabase.isPostgres()) {
            // It may choose such a plan, in the order of a hash.
            rows.execute("set local enable_hashjoin = off");
            rows.execute("set local enable_mergejoin = off");
            rows.execute("set local enable_sort = off");
          }
          return take(100, KINDS, NONE, clock.instant(), leaseEnd()).size();
        });
  }

  /** Records two hundred mails for each of the people {@code a} for whom the condition holds. */
  private void greet(String recipient, String condition, int first) {
    transaction.executeWithoutResult(
        status ->
            notices.recordAddressed(
                GREETING,
                """
                select :first + 200 * cast(a.id as bigint) + cast(b.id as bigint) as subject_id,
                       0 as occasion, %s as recipient_id, 'Ana' as name,
                       'ana@example.com' as address, 'en' as language,
                       cast(null as varchar(100)) as site
                  from person a cross join person b
                 where %s
                 order by cast(a.id as integer), cast(b.id as integer)
                """
                    .formatted(recipient, condition),
                Map.of("first", first)));
  }

  @Test
  @Timeout(60)
  void aNoticeOfWhichItsRendererSaysNothingHasHadATryAndDelaysNoOther() {
    people(3);
    greetEveryone();
    greetings.losesTrackOf(2);

    assertThat(sender.sendDue()).isEqualTo(2);

    assertThat(stateOf(2)).isEqualTo("NOT_SENT");
    assertThat(triesOf(2)).isOne();
    assertThat(errorOf(2)).isEqualTo("It was not written");
  }

  private void greetAna(int mail) {
    transaction.executeWithoutResult(
        status ->
            notices.recordAddressed(
                GREETING,
                """
                select cast(:mail as bigint) as subject_id, 0 as occasion,
                       'customer:1' as recipient_id, 'Ana' as name, 'ana@example.com' as address,
                       'en' as language, cast(null as varchar(100)) as site
                """,
                Map.of("mail", mail)));
  }

  @Test
  void textAndHtmlArriveInTheReadersLanguageWithAccentsAndEmoji() throws Exception {
    person(1, "Íñigo Núñez 🎉", "inigo@example.com", "es");
    greetEveryone();

    sender.sendDue();

    var mail = POST.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Buenos días, Íñigo Núñez 🎉");
    assertThat(mail.getFrom()).extracting(Object::toString).allMatch(f -> f.contains("care@"));
    assertThat(((jakarta.mail.internet.InternetAddress) mail.getFrom()[0]).getPersonal())
        .isEqualTo("Atención al cliente");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("inigo@example.com");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("X-Auto-Response-Suppress"))
        .containsExactly("DR, RN, NRN, OOF, AutoReply");
    assertThat(mail.getHeader("Precedence")).isNull();
    assertThat(mail.getContentLanguage()).containsExactly("es");
    assertThat(mail.getSentDate().toInstant()).isEqualTo(clock.instant());
    var content = (Multipart) mail.getContent();
    assertThat(content.getContentType()).startsWith("multipart/alternative");
    assertThat(content.getCount()).isEqualTo(2);
    assertThat(content.getBodyPart(0).getContentType())
        .isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(content.getBodyPart(0).getContent()).isEqualTo("Buenos días, Íñigo Núñez 🎉 👋");
    assertThat(content.getBodyPart(1).getContentType())
        .isEqualToIgnoringCase("text/html; charset=UTF-8");
    assertThat((String) content.getBodyPart(1).getContent())
        .contains("<p>Buenos días, Íñigo Núñez 🎉 👋</p>");
  }

  @Test
  void aSubjectCannotAddHeaders() throws Exception {
    people(1);
    greetEveryone();
    greetings.writesSubject("Hello\r\nBcc: everyone@example.com\n\n<script>");

    sender.sendDue();

    var mimeMessages = POST.getReceivedMessages();
    assertThat(mimeMessages).hasSize(1);
    assertThat(mimeMessages[0].getHeader("Bcc")).isNull();
    assertThat(mimeMessages[0].getSubject()).isEqualTo("Hello Bcc: everyone@example.com <script>");
    assertThat(GreenMailUtil.getHeaders(mimeMessages[0])).doesNotContain("\nBcc");
  }

  private NoticeSender overConnections(int most) {
    var limited =
        new NoticeProperties(
            settings.from(),
            settings.sendInBackground(),
            settings.interval(),
            settings.lease(),
            settings.pause(),
            most);
    return new NoticeSender(due, writers, mimeMessages, server, limited, clock);
  }

  private List<ClaimedNotice> take(
      int most, Set<String> kinds, Set<Long> own, Instant now, Instant leaseEnd) {
    return due.take(most, kinds, own, now, leaseEnd).notices();
  }

  private Instant leaseEnd() {
    return clock.instant().plus(Duration.ofMinutes(5));
  }

  private static <T> T await(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int portWithoutAServer() throws Exception {
    try (var socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
