package com.customerfocus.incoming;

import com.customerfocus.incoming.IncomingProperties.Tls;
import com.customerfocus.link.KeyedDigest;
import com.customerfocus.link.LinkSigner;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.notice.TestTokens;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.PromptImapServer;
import com.customerfocus.testing.ReadMails;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A real IMAP server, one notice that was sent to Ana, and the whole program. */
@CustomerFocusTest
abstract class IncomingTestBase {

  static final PromptImapServer POST = new PromptImapServer();
  static final String PASSWORD = "secret of the mailbox";

  final JdbcClient jdbc;
  final MovableClock clock;
  final MailIntake intake;
  final IncomingStore store;
  final MailboxLease lease;
  final TestTokens tokens;
  private final ReadMails all = new ReadMails();
  final List<IncomingMail> read = all.mails();
  final MailHandling handling;
  private final ApplicationContext program;
  Function<IncomingMail, Boolean> reader = all::read;
  private static int mailboxes;

  GreenMailUser mailbox;
  private String login;
  long notice;

  IncomingTestBase(ApplicationContext program) {
    this.program = program;
    jdbc = program.getBean(JdbcClient.class);
    clock = program.getBean(MovableClock.class);
    intake = program.getBean(MailIntake.class);
    store = program.getBean(IncomingStore.class);
    lease = program.getBean(MailboxLease.class);
    tokens = new TestTokens(program.getBean(LinkSigner.class));
    handling =
        new MailHandling(
            store,
            program.getBean(NoticeService.class),
            readers(mail -> reader.apply(mail)),
            program.getBean(TransactionTemplate.class),
            clock);
  }

  /** Readers of the shared program would be there for all tests. */
  ObjectProvider<IncomingMailReader> readers(IncomingMailReader one) {
    return new ObjectProvider<>() {
      @Override
      public Stream<IncomingMailReader> orderedStream() {
        return Stream.of(one);
      }
    };
  }

  @BeforeAll
  static void theMailServerRuns() {
    POST.start();
  }

  @AfterAll
  static void theMailServerEnds() {
    POST.stop();
  }

  @BeforeEach
  void anEmptyMailboxAndANotice() {
    login = "reply-" + ++mailboxes;
    mailbox = POST.setUser(login + "@focus.example", login, PASSWORD);
    jdbc.sql(
            """
            insert into notice (kind, subject_id, occasion, recipient_id, name, address, language,
                                state, next_try_at, created_at, sent_at)
            values ('case-news', (select count(*) from notice), 0, 'customer:1', 'Ana Soler', 'Ana@customer.example', 'en',
                    'SENT', current_timestamp, current_timestamp, current_timestamp)
            """)
        .update();
    notice = jdbc.sql("select max(id) from notice").query(Long.class).single();
  }

  IncomingProperties settings() {
    return settings(POST.port(), PASSWORD, "Handled");
  }

  IncomingProperties settings(int port, String password, String handledFolder) {
    return new IncomingProperties(
        "127.0.0.1",
        port,
        login,
        password,
        Tls.NONE,
        "INBOX",
        handledFolder,
        false,
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofSeconds(5),
        Duration.ofDays(365),
        Duration.ofDays(730));
  }

  MailboxReading reading(IncomingProperties settings) {
    return reading(settings, lease);
  }

  /** Of a node with its own lease. */
  MailboxReading reading(IncomingProperties settings, MailboxLease lease) {
    var content = content(settings);
    return new MailboxReading(
        settings, lease, store, intake, new MailboxCleaning(settings, content, clock));
  }

  IncomingContent content(IncomingProperties settings) {
    return new IncomingContent(
        jdbc, bean(NamedParameterJdbcTemplate.class), bean(KeyedDigest.class), settings, clock);
  }

  /** A node reads the mailbox after its pause, then all mails on record are handled. */
  int readAndHandle() {
    clock.moveBy(Duration.ofMinutes(1));
    var count = reading(settings()).read();
    handleAll();
    return count;
  }

  void handleAll() {
    while (handling.handleNext()) {
      continue;
    }
  }

  <T> T bean(Class<T> type) {
    return program.getBean(type);
  }

  void deliver(byte[] mail) {
    try {
      mailbox.deliver(
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  void deliver(String mail) {
    deliver(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A mail of the test's files, with the tokens of the notice. */
  byte[] mail(String name) {
    try {
      var bytes = Files.readAllBytes(Path.of("src/test/resources/incoming", name + ".eml"));
      return new String(bytes, StandardCharsets.ISO_8859_1)
          .replace("{reply}", tokens.reply(notice))
          .replace("{bounce}", tokens.bounce(notice))
          .replace("{id}", String.valueOf(notice))
          .replaceAll("\\r?\\n", "\r\n")
          .getBytes(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long count(String condition) {
    return jdbc.sql("select count(*) from incoming_mail where " + condition)
        .query(Long.class)
        .single();
  }

  String only(String column) {
    return jdbc.sql("select %s from incoming_mail".formatted(column))
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  int inFolder(String folder) {
    var found = POST.getManagers().getImapHostManager().getFolder(mailbox, folder);
    return found == null ? 0 : found.getMessageCount();
  }
}
