package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Joe, whom Óscar looks after, writes mails that answer none of ours, through a real mailbox, from
 * Monday, 2 March 2026, 9:00 on.
 */
class CasesByMailTests extends IncomingTestBase {

  private static final String JOE = "joe@example.org";

  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final Sweep unhandled;

  CasesByMailTests(@Autowired ApplicationContext program) {
    super(program);
    rows = program.getBean(JdbcTemplate.class);
    steps = program.getBean(CaseSteps.class);
    unhandled = program.getBean("unhandledMails", Sweep.class);
  }

  @BeforeEach
  void people() {
    CaseSteps.people(bean(OrganizationImporter.class), rows);
  }

  /** The program reads the mailbox, and its readers are offered the mails. */
  private void readMails() {
    clock.moveBy(Duration.ofMinutes(1));
    reading(settings()).read();
    handleMails();
  }

  private void handleMails() {
    while (unhandled.runSome().getAsBoolean()) {
      continue;
    }
  }

  private static String mail(String from, String id, String subject, String text) {
    return """
        Return-Path: <%s>
        From: Joe Poe <%s>
        To: reply@focus.example
        Subject: %s
        Message-ID: <%s@example.org>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        %s
        """
        .formatted(from, from, subject, id, text);
  }

  private void write(String id, String text) {
    deliver(mail(JOE, id, "My bill", text));
    readMails();
  }

  private List<Map<String, Object>> cases() {
    return rows.queryForList(
        """
        select k.id, k.channel, k.kind, k.priority, k.subject, k.need, k.state, k.owner_id,
               c.reference, n.answer_due_at
          from customer_case k join customer c on c.id = k.customer_id
          left join customer_case_clock n on n.case_id = k.id
         order by k.id
        """);
  }

  private List<String> words() {
    return rows.queryForList(
        "select words from customer_case_contact where way = 'WROTE' order by id", String.class);
  }

  private List<String> noticesOf(String kind) {
    return rows.queryForList(
        "select state from notice where kind = ? order by id", String.class, kind);
  }

  private String stateOfMail() {
    return rows.queryForObject(
        "select state from incoming_mail order by id desc fetch first row only", String.class);
  }

  @Test
  void aMailOpensACaseOfWhoLooksAfterTheCustomer() {
    deliver(mail("JOE@Example.org", "one", "My bill is wrong", "I paid it twice.\n\nJoe"));
    readMails();

    assertThat(cases()).hasSize(1);
    assertThat(cases().get(0))
        .containsEntry("reference", "C-2")
        .containsEntry("owner_id", "oscar")
        .containsEntry("channel", "MAIL")
        .containsEntry("kind", "OTHER")
        .containsEntry("priority", "NORMAL")
        .containsEntry("state", "UNDERSTANDING")
        .containsEntry("subject", "My bill is wrong")
        .containsEntry("need", "My bill is wrong\n\nI paid it twice.\n\nJoe");
    assertThat(cases().get(0).get("answer_due_at")).as("the customer waits").isNotNull();
    assertThat(
            rows.queryForObject(
                "select recorded_by from customer_case_event where by_customer and step = 'OPEN'",
                String.class))
        .as("Joe opened it")
        .isNull();
    assertThat(noticesOf("case-opened")).as("the acknowledgement").containsExactly("NOT_SENT");
    assertThat(noticesOf("case-message")).as("Óscar is told").containsExactly("NOT_SENT");
    assertThat(stateOfMail()).isEqualTo("HANDLED");
  }

  @Test
  void theSameMailDeliveredTwiceOpensOneCase() {
    var mail = mail(JOE, "twice", "My bill is wrong", "I paid it twice.");
    deliver(mail);
    deliver(mail);
    readMails();
    deliver(mail);
    readMails();

    assertThat(cases()).hasSize(1);
    assertThat(words()).hasSize(1);
  }

  @Test
  void aCustomerWithOneOpenCaseWritesAboutItAlsoWithAnotherSubject() {
    var opened =
        steps.open("oscar", Map.of("customer", "C-2", "kind", "BILLING", "need", "My bill"));

    deliver(mail(JOE, "more", "Something else (case 4711)", "And the router is broken."));
    readMails();

    assertThat(cases()).hasSize(1);
    assertThat(cases().get(0))
        .containsEntry("id", CaseSteps.id(opened))
        .containsEntry("need", "My bill");
    assertThat(words()).containsExactly("Something else (case 4711)\n\nAnd the router is broken.");
    assertThat(noticesOf("case-message")).containsExactly("NOT_SENT");
  }

  @Test
  void aCustomerWithSeveralOpenCasesOpensAnother() {
    var request = Map.<String, Object>of("customer", "C-2", "kind", "BILLING", "need", "My bill");
    steps.open("oscar", request);
    steps.open("oscar", request);

    write("third", "The router is broken.");

    assertThat(cases()).hasSize(3);
    assertThat(words()).hasSize(1);
  }

  @Test
  void oneAddressGetsOneAcknowledgementInSevenDays() {
    write("first", "I paid it twice.");
    endAll();
    clock.moveBy(Duration.ofDays(6));
    write("second", "I paid it three times.");
    assertThat(noticesOf("case-opened")).containsExactly("NOT_SENT", "LAPSED");
    assertThat(noticesOf("case-message")).hasSize(2);
    endAll();

    clock.moveBy(Duration.ofDays(1));
    write("third", "I paid it four times.");

    assertThat(noticesOf("case-opened")).containsExactly("NOT_SENT", "LAPSED", "NOT_SENT");
  }

  private void endAll() {
    rows.update("update customer_case set closed_at = current_timestamp, state = 'WITHDRAWN'");
  }

  @Test
  void twoCustomersWithOneAddressAreAPersonsMatter() {
    rows.update(
        """
        insert into customer (reference, name, mail, language, search_name, owner_id, created_at,
                              changed_at)
        values ('C-3', 'Zoe Poe', 'joe@example.org', 'en', 'zoe poe', 'oscar', current_timestamp,
                current_timestamp)
        """);

    write("whose", "I paid it twice.");

    assertThat(cases()).isEmpty();
    assertThat(stateOfMail()).isEqualTo("WAITING");
  }

  @Test
  void whatIsNotWrittenByACustomerToUsOpensNone() {
    deliver(mail("stranger@example.org", "s", "Hello", "Do you sell routers?"));
    for (var name : List.of("newsletter", "report-postfix-unknown", "out-of-office-vacation-es")) {
      deliver(
          new String(mail(name), StandardCharsets.ISO_8859_1)
              .replace("ana@customer.example", JOE)
              .replace("news@list.example", JOE)
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    deliver(
        mail(JOE, "a", "Away", "I am back on Monday.")
            .replace("MIME-Version", "Auto-Submitted: auto-replied\nMIME-Version"));
    readMails();

    assertThat(count("1 = 1")).isEqualTo(5);
    assertThat(cases()).isEmpty();
    assertThat(count("state = 'WAITING'")).as("stranger and newsletter").isEqualTo(2);
    assertThat(noticesOf("case-opened")).isEmpty();
  }

  @Test
  void anAnswerToAnotherMailOfOursOpensNone() {
    rows.update("update notice set kind = 'briefing-reminder' where id = ?", notice);
    deliver(
        new String(mail("reply-gmail-es"), StandardCharsets.ISO_8859_1)
            .replace("ana@customer.example", JOE)
            .getBytes(StandardCharsets.ISO_8859_1));
    readMails();

    assertThat(cases()).isEmpty();
    assertThat(stateOfMail()).isEqualTo("WAITING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"update customer set owner_id = null", "update person set active = false"})
  void withoutAnOwnerTheMailWaits(String change) {
    rows.update(change);

    write("unowned", "I paid it twice.");

    assertThat(cases()).isEmpty();
    assertThat(stateOfMail()).isEqualTo("WAITING");
  }

  @Test
  void aMailThatWaitsOpensACaseOnceThereIsAnOwner() {
    rows.update("update customer set owner_id = null");
    write("early", "I paid it twice.");
    rows.update("update customer set owner_id = 'oscar'");

    clock.moveBy(Duration.ofDays(1));
    handleMails();

    assertThat(cases()).hasSize(1);
    assertThat(stateOfMail()).isEqualTo("HANDLED");
  }

  @Test
  void aMailThatHasWaitedAWeekIsAPersonsMatter() {
    rows.update("update customer set owner_id = null");
    write("old", "I paid it twice.");
    rows.update("update customer set owner_id = 'oscar'");

    clock.moveBy(Duration.ofDays(7));
    handleMails();

    assertThat(cases()).isEmpty();
    assertThat(stateOfMail()).isEqualTo("WAITING");
  }
}
