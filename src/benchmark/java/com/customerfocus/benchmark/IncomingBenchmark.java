package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.incoming.MailboxReaders;
import com.customerfocus.link.LinkSigner;
import com.customerfocus.notice.TestTokens;
import com.customerfocus.testing.PromptImapServer;
import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how many mails one node takes from a mailbox in a second: by the program, on record and
 * moved, and also handled; the usual way, mail by mail, each put into a plain table in a
 * transaction and marked; and the mail library alone, without tables. In turn, from a real IMAP
 * server in the same JVM. One in four mails is a delivery report. {@code target/incoming} holds
 * what it found: {@code incoming.txt} and {@code incoming.json}.
 */
@Tag("benchmark")
class IncomingBenchmark {

  private static final Path FOLDER = Path.of("target", "incoming");
  private static final String PASSWORD = "secret";

  private static final int MAILS = Integer.getInteger("mails", 100);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);

  private final PromptImapServer post = new PromptImapServer();

  private ConfigurableApplicationContext beans;
  private Program program;
  private TestTokens tokens;
  private int mailboxes;

  private interface Reading {
    int read(String login) throws Exception;
  }

  @Test
  void howManyMailsANodeTakesFromAMailbox() throws Exception {
    var settings = Settings.fromSystemProperties();
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    post.start();
    try (var database = Database.of(settings, FOLDER);
        var sink = new MailSink();
        var started =
            Program.start(
                settings,
                database,
                sink,
                FOLDER,
                "customer-focus.notices.send-in-background=false",
                "customer-focus.sweeps.enabled=false",
                "customer-focus.incoming.reply-address=reply@focus.example")) {
      program = started;
      beans = started.context();
      tokens = new TestTokens(beans.getBean(LinkSigner.class));
      program
          .aside()
          .execute(
              "create table plain_mail (id varchar(500) primary key,"
                  + " sender varchar(500), subject varchar(500), words text)");
      recordNotices();
      var report =
          new Report(
              "incoming",
              MAILS,
              "each answers a mail, or a mail server does",
              settings,
              database,
              beans.getBean(Clock.class));
      var ways = new LinkedHashMap<String, Reading>();
      ways.put("ours, on record", this::onRecord);
      ways.put("ours, handled", this::handled);
      ways.put("the usual way", this::usually);
      ways.put("mail library alone", this::alone);
      // Until what happens for each mail is compiled.
      measure(ways, 1);
      for (var way : measure(ways, ROUNDS).entrySet()) {
        var each = way.getValue().stream().sorted().toList();
        var median = each.get(each.size() / 2);
        report.put(way.getKey(), "mailsASecond", median);
        report.line(
            "%-20s%,8.0f mails a second (%,.0f to %,.0f)",
            way.getKey(), median, each.get(0), each.get(each.size() - 1));
      }
      report.write(FOLDER);
    } finally {
      post.stop();
    }
  }

  private Map<String, List<Double>> measure(Map<String, Reading> ways, int rounds)
      throws Exception {
    var all = new LinkedHashMap<String, List<Double>>();
    for (var round = 0; round < rounds; round++) {
      for (var way : ways.entrySet()) {
        all.computeIfAbsent(way.getKey(), it -> new ArrayList<>()).add(measure(way.getValue()));
      }
    }
    return all;
  }

  private double measure(Reading way) throws Exception {
    var login = "reply-" + ++mailboxes;
    fill(login);
    var start = System.nanoTime();
    var read = way.read(login);
    var seconds = (System.nanoTime() - start) / 1e9;
    assertThat(read).isEqualTo(MAILS);
    return MAILS / seconds;
  }

  private int onRecord(String login) {
    return MailboxReaders.read(beans, post.port(), login, PASSWORD);
  }

  private int handled(String login) {
    // What the way before has left.
    program.aside().update("update incoming_mail set state = 'HANDLED', next_try_at = null");
    var read = onRecord(login);
    MailboxReaders.handle(beans);
    assertThat(program.count("select count(*) from incoming_mail where state = 'RECEIVED'"))
        .isZero();
    return read;
  }

  private int usually(String login) throws Exception {
    var transaction = beans.getBean(TransactionTemplate.class);
    var jdbc = beans.getBean(JdbcClient.class);
    return BareReading.read(
        post.port(),
        login,
        PASSWORD,
        (id, from, subject, text) ->
            transaction.executeWithoutResult(status -> insert(jdbc, id, from, subject, text)));
  }

  private static void insert(JdbcClient jdbc, String id, String from, String subject, String text)
      throws DataAccessException {
    jdbc.sql("insert into plain_mail (id, sender, subject, words) values (?, ?, ?, ?)")
        .params(id, from, subject, text)
        .update();
  }

  private int alone(String login) throws Exception {
    return BareReading.read(post.port(), login, PASSWORD, (id, from, subject, text) -> {});
  }

  /** A notice for each mail to answer. */
  private void recordNotices() {
    program
        .aside()
        .batchUpdate(
            """
            insert into notice (kind, subject_id, occasion, recipient_id, name, address, language,
                                state, next_try_at, created_at, sent_at)
            values ('case-news', ?, 0, ?, 'Ana Soler', ?, 'en', 'SENT', now(), now(), now())
            """,
            IntStream.range(0, MAILS)
                .mapToObj(
                    number ->
                        new Object[] {
                          number, "customer:" + number, "ana%d@customer.example".formatted(number)
                        })
                .toList());
  }

  private void fill(String login) throws MessagingException, FolderException {
    var mailbox = post.setUser(login + "@focus.example", login, PASSWORD);
    var inbox = post.getManagers().getImapHostManager().getInbox(mailbox);
    var first = program.count("select min(id) from notice");
    for (var number = 0; number < MAILS; number++) {
      var source = source(login, number, first + number);
      var mail =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(
                  source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
      inbox.appendMessage(mail, new Flags(), new Date());
    }
  }

  private String source(String login, int number, long notice) {
    return number % 4 == 3
        ? """
        Return-Path: <>
        From: MAILER-DAEMON@mx.customer.example
        To: %s
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <%s-%d@mx.customer.example>
        MIME-Version: 1.0
        Auto-Submitted: auto-replied
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        %s
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.customer.example

        Final-Recipient: rfc822; ana%d@customer.example
        Action: delayed
        Status: 4.4.1

        --b--
        """
            .formatted(
                tokens.bounce(notice),
                login,
                number,
                "It could not be sent yet. ".repeat(20),
                number)
        : """
        Return-Path: <ana%d@customer.example>
        From: Ana Soler <ana%d@customer.example>
        To: %s
        Subject: Re: Your question about the new router
        Message-ID: <%s-%d@customer.example>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        It works again, thank you.

        On Mon, 2 Mar 2026 at 09:00, Customer focus <reply@focus.example> wrote:
        %s
        --b
        Content-Type: text/html; charset=utf-8

        <p>It works again, thank you.</p><blockquote>%s</blockquote>
        --b--
        """
            .formatted(
                number,
                number,
                tokens.reply(notice),
                login,
                number,
                "> All that a mail says.\n".repeat(40),
                "<p>All that a mail says.</p>".repeat(40));
  }
}
