package com.customerfocus.incoming;

import com.customerfocus.incoming.IncomingProperties.Tls;
import com.customerfocus.link.KeyedDigest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads mailboxes to measure as the program reads its own. */
public final class MailboxReaders {

  private MailboxReaders() {}

  /**
   * Puts all mails of a mailbox on record and moves them.
   *
   * @return how many there were
   */
  public static int read(BeanFactory program, int port, String login, String password) {
    var clock = program.getBean(Clock.class);
    var settings = settings(port, login, password);
    var content =
        new IncomingContent(
            program.getBean(JdbcClient.class),
            program.getBean(NamedParameterJdbcTemplate.class),
            program.getBean(KeyedDigest.class),
            settings,
            clock);
    return new MailboxReading(
            settings,
            program.getBean(MailboxLease.class),
            program.getBean(IncomingStore.class),
            program.getBean(MailIntake.class),
            new MailboxCleaning(settings, content, clock))
        .read();
  }

  private static IncomingProperties settings(int port, String login, String password) {
    return new IncomingProperties(
        "127.0.0.1",
        port,
        login,
        password,
        Tls.NONE,
        "INBOX",
        "Handled",
        false,
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofSeconds(20),
        Duration.ofDays(365),
        Duration.ofDays(730));
  }

  /** Handles all mails on record. */
  public static void handle(BeanFactory program) {
    var handling = program.getBean(MailHandling.class);
    while (handling.handleNext()) {
      continue;
    }
  }
}
