package com.customerfocus.incoming;

import com.customerfocus.incoming.IncomingStore.Entry;
import com.customerfocus.incoming.MailMatcher.Match;
import com.customerfocus.incoming.message.DeliveryReport;
import com.customerfocus.incoming.message.MailParser;
import com.customerfocus.incoming.message.ReceivedMail;
import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.BounceRule;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Puts mails on record, each once: what it is, what it says, and which notice it answers. */
@Service
public class MailIntake {

  private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);
  private static final int LONGEST_STATUS = 20;
  private static final int LONGEST_WORDS = 1000;

  private final IncomingStore store;
  private final MailMatcher matcher;
  private final Clock clock;

  MailIntake(IncomingStore store, MailMatcher matcher, Clock clock) {
    this.store = store;
    this.matcher = matcher;
    this.clock = clock;
  }

  /** Where a mail was read, and when the server got it; null what is not known. */
  record Origin(String mailbox, Long uidValidity, Long uid, Instant receivedAt) {

    static final Origin NONE = new Origin(null, null, null, null);
  }

  /**
   * Puts a mail on record that did not come through the mailbox.
   *
   * @return whether it is new
   * @throws MessagingException when that is no mail
   */
  public boolean receive(MimeMessage mail) throws MessagingException, IOException {
    return receive(MailParser.read(mail), Origin.NONE);
  }

  /** Puts a mail on record. What no column holds is put down as a mail that cannot be read. */
  boolean receive(ReceivedMail mail, Origin origin) {
    try {
      return add(mail, origin);
    } catch (DuplicateKeyException e) {
      // Another node was faster, and it has handled the same mail or will.
      return false;
    } catch (DataIntegrityViolationException e) {
      // Not its message, which may quote the mail.
      LOG.error(
          "A mail could not be put on record as it is and waits for a person: {}",
          e.getClass().getName());
      return add(ReceivedMail.unreadable(source(mail)), origin);
    }
  }

  private static String source(ReceivedMail mail) {
    return "From: %s\nSubject: %s\nMessage-ID: %s\n\n%s"
        .formatted(mail.from(), mail.subject(), mail.messageId(), mail.text());
  }

  private boolean add(ReceivedMail mail, Origin origin) {
    var match = matcher.match(mail);
    var bounce = match.isPresent() ? bounce(mail.report()) : null;
    var now = clock.instant();
    return store.add(
        new Entry(
            origin.mailbox(),
            origin.uidValidity(),
            origin.uid(),
            digest(mail, origin),
            mail.kind(),
            mail.bulk(),
            mail.readable(),
            mail.from(),
            mail.fromName(),
            mail.subject(),
            mail.text(),
            mail.messageId(),
            mail.attachments().isEmpty() ? null : String.join("\n", mail.attachments()),
            match.map(it -> it.notice().id()).orElse(null),
            match.map(Match::by).orElse(null),
            match.map(Match::fromRecipient).orElse(false),
            bounce == null ? null : bounce.kind(),
            bounce == null ? null : cut(bounce.status(), LONGEST_STATUS),
            bounce == null ? null : cut(bounce.text(), LONGEST_WORDS),
            earlier(origin.receivedAt(), now)),
        now);
  }

  private static Bounce bounce(DeliveryReport report) {
    return report == null || !report.failed()
        ? null
        : BounceRule.bounce(report.status(), report.words());
  }

  /** A mail server's clock may be ahead. */
  private static Instant earlier(Instant received, Instant now) {
    return received == null || received.isAfter(now) ? now : received;
  }

  /**
   * By which the mail is known again. Without a Message-ID two equal mails may be two mails: where
   * each was read tells them apart.
   */
  private static String digest(ReceivedMail mail, Origin origin) {
    var id =
        mail.messageId() == null
            ? "%s %s %s %s"
                .formatted(
                    origin.mailbox(), origin.uidValidity(), origin.uid(), origin.receivedAt())
            : mail.messageId();
    var content = String.join("\0", id, "" + mail.from(), mail.subject(), mail.text());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
