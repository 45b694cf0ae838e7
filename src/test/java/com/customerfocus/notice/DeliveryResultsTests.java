package com.customerfocus.notice;

import static com.customerfocus.notice.NoticeState.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.notice.Bounce.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.PessimisticLockingFailureException;

/** What becomes of mails is recorded by the table of bounces, and listeners are told. */
class DeliveryResultsTests extends NoticeTestBase {

  private final NoticesHealthIndicator health;

  DeliveryResultsTests(ApplicationContext program) {
    super(program);
    health = program.getBean(NoticesHealthIndicator.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {
        "550 5.1.1 No such user, FAILED, HARD, 5.1.1",
        "550 5.1.2 No such domain, FAILED, HARD, 5.1.2",
        "'550-5.1.1 The account that you tried\r\n550 5.1.1 does not exist', FAILED, HARD, 5.1.1",
        "550 5.2.1 Disabled, FAILED, HARD, 5.2.1",
        "552 5.2.2 Mailbox full, FAILED, SOFT, 5.2.2",
        "550 Go away, FAILED, SOFT, 5.0.0",
        "550 4.2.1 Which of them, FAILED, SOFT, 5.0.0",
        "452 4.2.2 Mailbox full for now, NOT_SENT, -, -",
        "450 Greylisted, NOT_SENT, -, -",
        "450 4.4.7 Expired, NOT_SENT, -, -",
        "550 5.7.1 We do not relay for you, NOT_SENT, OURS, 5.7.1",
        "550 5.7.26 Neither SPF nor DKIM, NOT_SENT, OURS, 5.7.26",
        "553 5.1.7 Your address is none, NOT_SENT, OURS, 5.1.7",
        "553 5.1.8 No such domain of a sender, NOT_SENT, OURS, 5.1.8"
      })
  void anAnswerAboutARecipientFollowsTheTable(
      String answer, String state, String kind, String status) throws Exception {
    people(2);
    greetEveryone();
    try (var server = new ScriptedMailServer().answers("RCPT TO:<p1@", answer)) {
      mailSettings.setPort(server.port());

      assertThat(sender.sendDue()).isEqualTo(1);
    }

    assertThat(rows.queryForMap("select * from notice where subject_id = 1"))
        .containsEntry("state", state)
        .containsEntry("tries", 1)
        .containsEntry("bounce", kind)
        .containsEntry("bounce_status", status);
    assertThat(errorOf(1)).startsWith(answer.substring(0, 9));
    assertThat(deliveries.delivered()).containsExactly(2L);
    assertThat(deliveries.bounced())
        .isEqualTo(state.equals("FAILED") ? List.of("1 " + kind + " " + status) : List.of());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {
        "550 5.1.1 No such user here, FAILED, HARD, 5.1.1",
        "550 5.2.1 Disabled, FAILED, HARD, 5.2.1",
        "552 5.2.2 Mailbox full, FAILED, SOFT, 5.2.2",
        "552 5.3.4 Too large for us, FAILED, SOFT, 5.3.4",
        "554 Transaction failed, FAILED, SOFT, 5.0.0",
        "451 4.3.0 Later, NOT_SENT, -, -",
        "550 5.7.1 Looks like spam, NOT_SENT, OURS, 5.7.1",
        "553 5.1.8 No such domain of a sender, NOT_SENT, OURS, 5.1.8"
      })
  void anAnswerToTheMailItselfFollowsTheTable(
      String answer, String state, String kind, String status) throws Exception {
    people(1);
    greetEveryone();
    try (var server = new ScriptedMailServer().answersMails(answer)) {
      mailSettings.setPort(server.port());

      assertThat(sender.sendDue()).isZero();
    }

    assertThat(rows.queryForMap("select * from notice where subject_id = 1"))
        .containsEntry("state", state)
        .containsEntry("tries", 1)
        .containsEntry("bounce", kind)
        .containsEntry("bounce_status", status);
    assertThat(deliveries.bounced())
        .isEqualTo(state.equals("FAILED") ? List.of("1 " + kind + " " + status) : List.of());
  }

  @Test
  void aRefusalForNowIsABounceAfterTheLastTry() throws Exception {
    people(1);
    greetEveryone();
    try (var server = new ScriptedMailServer().answers("RCPT", "450 4.2.2 Mailbox full")) {
      mailSettings.setPort(server.port());
      for (var tries = 1; tries <= 6; tries++) {
        assertThat(deliveries.bounced()).isEmpty();
        sender.sendDue();
        clock.moveBy(Duration.ofHours(8));
      }
    }

    assertThat(stateOf(1)).isEqualTo("FAILED");
    assertThat(deliveries.bounced()).containsExactly("1 SOFT 4.2.2");
  }

  @Test
  void anAddressThatCannotBeOneIsAHardBounce() {
    person(1, "Ana", "ana@example.com, ben@example.com", "es");
    greetEveryone();

    sender.sendDue();

    assertThat(deliveries.bounced()).containsExactly("1 HARD 5.1.3");
  }

  @Test
  void whatIsRefusedBecauseOfUsIsTroubleUntilItGoesOutOrADayIsOver() throws Exception {
    people(2);
    greetEveryone();
    try (var server = new ScriptedMailServer().answers("RCPT", "550 5.7.1 You are on a list")) {
      mailSettings.setPort(server.port());
      sender.sendDue();
    }

    assertThat(health().getStatus()).isEqualTo(new Status("DEGRADED"));
    assertThat(health().getDetails())
        .containsEntry("refused", 2)
        .containsEntry("refusedStatus", "5.7.1")
        .containsEntry("refusedLast", clock.instant());
    assertThat(health().toString()).doesNotContain("on a list", "example.com");
    clock.moveBy(Duration.ofDays(1));
    assertThat(health().getStatus()).as("a day later").isEqualTo(Status.UP);
    clock.moveBy(Duration.ofDays(-1).plusMinutes(1));
    assertThat(health().getStatus()).isEqualTo(new Status("DEGRADED"));
    mailSettings.setPort(postPort());
    assertThat(sender.sendDue()).isEqualTo(2);
    assertThat(health().getStatus()).as("sent").isEqualTo(Status.UP);
  }

  private Health health() {
    return health.health();
  }

  @Test
  void aListenerIsToldOnceOfEachMailThatWasAccepted() {
    people(150);
    greetEveryone();

    sender.sendDue();

    assertThat(deliveries.delivered())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 150).boxed().toList());
    assertThat(deliveries.bounced()).isEmpty();
  }

  @Test
  void aListenerThatFailsCausesNoSecondMail() {
    people(3);
    greetEveryone();
    deliveries.writesToTheTableAndFailsFor(2);

    assertThat(sender.sendDue()).isEqualTo(3);

    assertThat(count(SENT)).isEqualTo(3);
    assertThat(told())
        .as("what it wrote for the one it failed for is undone")
        .containsExactly(1, 3);
    clock.moveBy(Duration.ofDays(1));
    assertThat(sender.sendDue()).isZero();
  }

  /** The result is kept and recorded later; the mail is not sent again. */
  @Test
  void aListenerThatLosesAConflictIsToldAgain() throws Exception {
    people(1);
    greetEveryone();
    deliveries.losesTheNextConflict();
    try (var server = new ScriptedMailServer().answers("RCPT TO:<p1@", "550 5.1.1 No such user")) {
      mailSettings.setPort(server.port());
      assertThatThrownBy(sender::sendDue).isInstanceOf(PessimisticLockingFailureException.class);
    }

    assertThat(sender.sendDue()).isZero();

    assertThat(stateOf(1)).isEqualTo("FAILED");
    assertThat(deliveries.bounced()).containsExactly("1 HARD 5.1.1");
  }

  /** The mail with the report is handled again later. */
  @Test
  void aReportThatLosesAConflictIsNotOnRecord() {
    people(1);
    greetEveryone();
    sender.sendDue();
    deliveries.losesTheNextConflict();
    var bounce = BounceRule.bounce("5.1.1", "550 5.1.1 Unknown");

    assertThatThrownBy(() -> notices.bounced(notice(1), bounce))
        .isInstanceOf(PessimisticLockingFailureException.class);

    assertThat(stateOf(1)).isEqualTo("SENT");
    assertThat(notices.bounced(notice(1), bounce)).isTrue();
    assertThat(deliveries.bounced()).containsExactly("1 HARD 5.1.1");
  }

  private List<Integer> told() {
    return rows.queryForList(
        "select cast(id as int) from person where site = 'told' order by id", Integer.class);
  }

  @Test
  void aDeliveryReportCountsOnce() {
    people(2);
    greetEveryone();
    sender.sendDue();
    var bounce = BounceRule.bounce("5.1.1", "550 5.1.1 <p1@example.com>\r\n no such user");

    assertThat(notices.bounced(notice(1), bounce)).isTrue();
    assertThat(notices.bounced(notice(1), bounce)).isFalse();
    assertThat(notices.bounced(4_711_000_000L, bounce)).isFalse();

    assertThat(rows.queryForMap("select * from notice where subject_id = 1"))
        .containsEntry("state", "FAILED")
        .containsEntry("bounce", "HARD")
        .containsEntry("error", "550 5.1.1 <p1@example.com> no such user")
        .hasEntrySatisfying("sent_at", at -> assertThat(at).isNotNull());
    assertThat(deliveries.bounced()).containsExactly("1 HARD 5.1.1");
    assertThat(stateOf(2)).isEqualTo("SENT");
  }

  @Test
  void aDeliveryReportThatComesBeforeTheResultOfSendingWins() {
    people(1);
    greetEveryone();
    greetings.meanwhile(
        () -> notices.bounced(notice(1), new Bounce(Kind.HARD, "5.1.1", "no such user")));

    sender.sendDue();

    assertThat(stateOf(1)).isEqualTo("FAILED");
    assertThat(deliveries.delivered()).isEmpty();
    assertThat(deliveries.bounced()).containsExactly("1 HARD 5.1.1");
  }

  @Test
  void aTokenLeadsToItsNotice() {
    people(1);
    greetEveryone();

    var found = notices.find(notice(1)).orElseThrow();

    assertThat(found.subjectId()).isEqualTo(1);
    assertThat(found.recipient().address()).isEqualTo("p1@example.com");
    assertThat(notices.find(4_711_000_000L)).isEmpty();
  }

  @Test
  void theServerSendsItsReportsToAnAddressWithTheToken() throws Exception {
    people(1);
    greetEveryone();
    try (var server = new ScriptedMailServer()) {
      mailSettings.setPort(server.port());
      sender.sendDue();

      assertThat(server.senders())
          .singleElement()
          .asString()
          .matches("bounce\\+%d-[0-9a-f]{32}@focus\\.example".formatted(notice(1)));
    }
  }

  @Test
  void aForgottenCustomerHasNeitherNameNorAddressAndGetsNothing() {
    recordFor("customer:7", 1);
    sender.sendDue();
    notices.bounced(notice(1), BounceRule.bounce("5.2.2", "<ana@example.com> is full"));
    recordFor("customer:7", 2);
    recordFor("customer:77", 3);

    assertThat(notices.forget(Recipient.customer(7))).isEqualTo(2);

    assertThat(rows.queryForList("select * from notice where recipient_id = 'customer:7'"))
        .hasSize(2)
        .allSatisfy(
            notice ->
                assertThat(notice)
                    .containsEntry("name", null)
                    .containsEntry("address", null)
                    .containsEntry("error", null));
    assertThat(stateOf(1)).isEqualTo("FAILED");
    assertThat(stateOf(2)).isEqualTo("LAPSED");
    assertThat(sender.sendDue()).as("the other customer's").isEqualTo(1);
    var report = BounceRule.bounce("5.1.1", "<ana@example.com> is unknown");
    assertThat(notices.bounced(notice(2), report)).isFalse();
    assertThat(countWhere("error is not null")).isZero();
    assertThat(notices.forget(Recipient.customer(8))).isZero();
  }

  @Test
  void aCustomerForgottenWhileAMailIsBeingSentStaysForgotten() {
    recordFor("contact:7", 1);
    greetings.meanwhile(() -> notices.forget(Recipient.contact(7)));

    sender.sendDue();

    assertThat(stateOf(1)).isEqualTo("LAPSED");
    assertThat(countWhere("address is not null or error is not null")).isZero();
  }

  @Test
  void employeesAreForgottenByTheOrganizationFileOnly() {
    assertThatThrownBy(() -> notices.forget("4711")).isInstanceOf(IllegalArgumentException.class);
  }

  private void recordFor(String recipient, int subject) {
    transaction.executeWithoutResult(
        status ->
            notices.recordAddressed(
                GreetingRenderer.GREETING,
                """
                select cast(:subject as bigint) as subject_id, 0 as occasion,
                       cast(:recipient as varchar(64)) as recipient_id, 'Ana' as name,
                       'ana@example.com' as address, 'es' as language,
                       cast(null as varchar(100)) as site
                """,
                Map.of("subject", subject, "recipient", recipient)));
  }

  private long notice(int subject) {
    return rows.queryForObject("select id from notice where subject_id = ?", Long.class, subject);
  }
}
