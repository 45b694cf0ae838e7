package com.customerfocus.incoming;

import com.customerfocus.incoming.IncomingContent.Removal;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes mails in the mailbox: those of customers whose data were removed, and in the handled
 * folder those that are older than settings say. Mails that wait for a person stay.
 */
@Component
class MailboxCleaning {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxCleaning.class);

  private static final Duration EVERY = Duration.ofMinutes(15);
  private static final Duration LONGEST_SEARCH = Duration.ofDays(2);

  private final IncomingProperties settings;
  private final IncomingContent content;
  private final Clock clock;
  private Instant nextAt = Instant.MIN;

  MailboxCleaning(IncomingProperties settings, IncomingContent content, Clock clock) {
    this.settings = settings;
    this.content = content;
    this.clock = clock;
  }

  /** By the node that reads the mailbox. */
  void clean(ImapMailbox mailbox) throws MessagingException {
    if (clock.instant().isBefore(nextAt)) {
      return;
    }
    for (var removal : content.removals()) {
      remove(mailbox, removal);
    }
    if (!settings.keepsMails()) {
      removeOld(mailbox);
    }
    nextAt = clock.instant().plus(EVERY);
  }

  private void remove(ImapMailbox mailbox, Removal removal) throws MessagingException {
    var found = new ArrayList<Message>();
    for (var mail : mailbox.handledAround(removal.receivedAt())) {
      var id = ImapMailbox.messageId(mail);
      if (id != null && content.digest(id).equals(removal.removalDigest())) {
        found.add(mail);
      }
    }
    mailbox.delete(found);
    // One that could not be moved yet is not found yet.
    if (!found.isEmpty() || removal.emptiedAt().plus(LONGEST_SEARCH).isBefore(clock.instant())) {
      content.removed(removal);
    }
  }

  private void removeOld(ImapMailbox mailbox) throws MessagingException {
    var before = clock.instant().minus(settings.keepMails());
    var old = mailbox.handledBefore(before);
    if (old.isEmpty()) {
      return;
    }
    // A day more, as a mailbox tells days only, of its own time zone.
    var unhandled = content.unhandled(before.plus(Duration.ofDays(2)));
    var handled = new ArrayList<Message>();
    for (var mail : old) {
      var id = ImapMailbox.messageId(mail);
      if (!unhandled.contains(id == null ? "" : id)) {
        handled.add(mail);
      }
    }
    mailbox.delete(handled);
    LOG.info("Deleted {} old mails in the mailbox", handled.size());
  }
}
