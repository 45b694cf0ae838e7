package com.customerfocus.customercase;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customercase.news.News;
import com.customerfocus.incoming.MailIntake;
import com.customerfocus.link.LinkSigner;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.notice.TestTokens;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Delivery reports about news, many at once, and forged ones. */
@CustomerFocusTest
class BounceStormTests {

  private static final int CASES = 50;
  private static final int MAILS_EACH = 20;

  /** Of one report, from taking it off the record to the end. */
  private static final int MOST_EXECUTIONS = 40;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final News news;
  private final NoticeSender sender;
  private final MailIntake intake;
  private final Sweep incoming;
  private final CountedDatabase database;
  private final TestTokens tokens;

  @Autowired
  BounceStormTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      News news,
      NoticeSender sender,
      MailIntake intake,
      @Qualifier("unhandledMails") Sweep incoming,
      CountedDatabase database,
      LinkSigner signer) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.news = news;
    this.sender = sender;
    this.intake = intake;
    this.incoming = incoming;
    this.database = database;
    this.tokens = new TestTokens(signer);
  }

  @BeforeEach
  void people() {
    CaseSteps.people(importer, rows);
  }

  private int count(String what) {
    return rows.queryForObject("select count(*) from " + what, Integer.class);
  }

  private void send() {
    while (sender.sendDue() > 0) {
      // Until all are on their way.
    }
  }

  /** Some mails with news that the server took, from 9:01 on, minute by minute. */
  private void told(long caseId) {
    for (var minute = 1; minute <= MAILS_EACH; minute++) {
      var at = "timestamp with time zone '2026-03-02 09:%02d:00+00'".formatted(minute);
      rows.update(
          """
          insert into customer_case_contact (case_id, cycle, way, words, happened_at, recorded_at,
                                             recorded_by, accepted_at)
          values (?, 1, 'MAIL', 'Nothing has changed.', %s, %s, 'oscar', %s)
          """
              .formatted(at, at, at),
          caseId);
    }
    rows.update(
        """
        insert into notice (kind, subject_id, occasion, recipient_id, name, address, language,
                            state, next_try_at, created_at, sent_at)
        select 'case-news', c.id, 0, concat('customer:', k.customer_id), 'Luz Mar',
               'luz@example.org', 'es', 'SENT', c.recorded_at, c.recorded_at, c.recorded_at
          from customer_case_contact c join customer_case k on k.id = c.case_id
         where c.case_id = ?
        """,
        caseId);
  }

  private void receive(String report) throws Exception {
    intake.receive(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(
                report.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII))));
  }

  private static String report(String to, int number, String replyTo) {
    return """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example
        To: %s
        Subject: Undelivered Mail
        Message-ID: <storm-%d@mx.example>
        MIME-Version: 1.0
        Auto-Submitted: auto-replied
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        Your mail did not arrive.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; luz@example.org
        Action: failed
        Status: 5.1.1

        --b
        Content-Type: message/rfc822

        Reply-To: %s
        To: luz@example.org

        Hello Luz

        --b--
        """
        .formatted(to, number, replyTo);
  }

  private Instant newsDue(ProcessInstance opened) {
    return news.clock(CaseSteps.id(opened)).orElseThrow().newsDueAt();
  }

  @Test
  void aThousandReportsUndoTheirOwnMailsAndEachOwnerIsAskedOnce() throws Exception {
    var opened = new ArrayList<ProcessInstance>();
    for (var number = 0; number < CASES; number++) {
      opened.add(steps.opened());
      told(CaseSteps.id(opened.get(number)));
    }
    send();
    var toReport =
        rows.queryForList("select id from notice where kind = 'case-news' order by id", Long.class);
    assertThat(toReport).hasSize(CASES * MAILS_EACH);
    steps.at("2026-03-02T10:00:00Z");
    for (var number = 0; number < CASES; number += 2) {
      steps.say(
          opened.get(number),
          "stayWithCustomer",
          "UPDATE",
          "words",
          "It comes on Friday, we hope.");
    }
    send();
    for (var id : toReport) {
      var to = tokens.bounce(id);
      receive(report(to, id.intValue(), to));
    }
    steps.at("2026-03-02T11:00:00Z");

    var executions = new ArrayList<Integer>();
    var start = System.nanoTime();
    database.startCounting();
    while (incoming.runSome().getAsBoolean()) {
      executions.add(database.count());
      database.startCounting();
    }
    var took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(executions).hasSize(CASES * MAILS_EACH);
    assertThat(executions).allMatch(it -> it <= MOST_EXECUTIONS);
    assertThat(most(executions.subList(900, 1_000)))
        .as("the last ones take no more than the first ones")
        .isLessThanOrEqualTo(most(executions.subList(0, 100)));
    assertThat(took).isLessThan(PATIENCE);
    assertThat(count("customer_case_contact where bounced_at is not null"))
        .isEqualTo(CASES * MAILS_EACH);
    for (var number = 0; number < CASES; number++) {
      assertThat(newsDue(opened.get(number)))
          .isEqualTo(
              Instant.parse(
                  number % 2 == 0
                      // The mail of 10:00 did not come back.
                      ? "2026-03-04T10:00:00Z"
                      // As if no mail had been sent since the case began.
                      : "2026-03-04T09:00:00Z"));
    }
    assertThat(count("notice where kind = 'case-news-bounced'")).isEqualTo(CASES);
    assertThat(
            count(
                "(select distinct c.case_id from notice n join customer_case_contact c"
                    + " on c.id = n.subject_id where n.kind = 'case-news-bounced') each_case"))
        .isEqualTo(CASES);
  }

  private static int most(List<Integer> executions) {
    return executions.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  @Test
  void newsWrittenAfterTheOwnerWasAskedAndThatComeBackAreAskedAboutAgain() throws Exception {
    var opened = steps.opened();
    told(CaseSteps.id(opened));
    var first = last("case-news");
    receive(report(tokens.bounce(first), 1, tokens.reply(first)));
    handle();
    assertThat(count("notice where kind = 'case-news-bounced'")).isOne();
    rows.update("update customer set mail = 'luz.mar@example.org' where reference = 'C-1'");
    steps.at("2026-03-03T10:00:00Z");
    rows.update(
        """
        insert into customer_case_contact (case_id, cycle, way, words, happened_at, recorded_at,
                                           recorded_by, accepted_at)
        values (?, 1, 'MAIL', 'Nothing has changed.', timestamp with time zone
                '2026-03-03 10:00:00+00', timestamp with time zone '2026-03-03 10:00:00+00',
                'oscar', timestamp with time zone '2026-03-03 10:00:00+00')
        """,
        CaseSteps.id(opened));
    rows.update(
        """
        insert into notice (kind, subject_id, occasion, recipient_id, name, address, language,
                            state, next_try_at, created_at, sent_at)
        select 'case-news', max(c.id), 0, 'customer:1', 'Luz Mar', 'luz.mar@example.org', 'es',
               'SENT', max(c.recorded_at), max(c.recorded_at), max(c.recorded_at)
          from customer_case_contact c
        """);
    var second = last("case-news");
    steps.at("2026-03-03T11:00:00Z");
    receive(report(tokens.bounce(second), 2, tokens.reply(second)));
    handle();

    assertThat(count("notice where kind = 'case-news-bounced'")).isEqualTo(2);
  }

  private long last(String kind) {
    return rows.queryForObject("select max(id) from notice where kind = ?", Long.class, kind);
  }

  private void handle() {
    while (incoming.runSome().getAsBoolean()) {
      // Until all are handled.
    }
  }

  @Test
  void aForgedReportWithoutOurTokenChangesNothing() throws Exception {
    var opened = steps.opened();
    steps.at("2026-03-02T10:00:00Z");
    steps.say(opened, "stayWithCustomer", "UPDATE", "words", "It comes on Friday, we hope.");
    send();
    var mail = last("case-news");
    var notices = rows.queryForList("select * from notice order by id");
    var contacts = news.contacts(CaseSteps.id(opened));
    var clock = news.clock(CaseSteps.id(opened));

    receive(
        report(
            "reply@focus.example",
            1,
            "reply+%d-00000000000000000000000000000000@focus.example".formatted(mail)));
    receive(
        report(
            "bounce+%d-00000000000000000000000000000000@focus.example".formatted(mail),
            2,
            "luz@example.org"));
    handle();

    assertThat(count("incoming_mail where state = 'HANDLED'")).isEqualTo(2);
    assertThat(rows.queryForList("select * from notice order by id")).isEqualTo(notices);
    assertThat(news.contacts(CaseSteps.id(opened))).isEqualTo(contacts);
    assertThat(news.clock(CaseSteps.id(opened))).isEqualTo(clock);
  }
}
