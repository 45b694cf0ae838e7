package com.customerfocus.incoming;

import com.customerfocus.incoming.IncomingContent.Removal;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
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

  /**
   * By the node that reads the mailbox.
   *
   * @param goesOn whether the mailbox is still this node's; asked before each piece of the work
   */
  void clean(ImapMailbox mailbox, BooleanSupplier goesOn) throws MessagingException {
    if (clock.instant().isBefore(nextAt)) {
      return;
    }
    if (removeAsked(mailbox, goesOn) && (settings.keepsMails() || removeOld(mailbox, goesOn))) {
      nextAt = clock.instant().plus(EVERY);
    }
  }

  /** Mails of customers whose data were removed; each day of the mailbox is looked at once. */
  private boolean removeAsked(ImapMailbox mailbox, BooleanSupplier goesOn)
      throws MessagingException {
    var after = Removal.FIRST;
    for (var some = content.removals(after);
        !some.isEmpty();
        some = content.removals(some.get(some.size() - 1))) {
      var days =
          some.stream()
              .collect(Collectors.groupingBy(it -> it.receivedAt().truncatedTo(ChronoUnit.DAYS)));
      for (var day : days.entrySet()) {
        if (!remove(mailbox, day.getKey(), day.getValue(), goesOn)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean remove(
      ImapMailbox mailbox, Instant day, List<Removal> removals, BooleanSupplier goesOn)
      throws MessagingException {
    var asked = removals.stream().map(Removal::removalDigest).collect(Collectors.toSet());
    var found = new HashSet<String>();
    var isComplete =
        mailbox.deleteAround(
            day,
            goesOn,
            mails -> {
              var chosen = new ArrayList<Message>();
              for (var mail : mails) {
                var id = ImapMailbox.messageId(mail);
                var digest = id == null ? null : content.digest(id);
                if (digest != null && asked.contains(digest)) {
                  found.add(digest);
                  chosen.add(mail);
                }
              }
              return chosen;
            });
    if (!isComplete) {
      return false;
    }
    content.removed(removals.stream().filter(it -> isDone(it, found)).map(Removal::id).toList());
    return true;
  }

  /** One that could not be moved yet is not found yet. */
  private boolean isDone(Removal removal, Set<String> found) {
    if (found.contains(removal.removalDigest())) {
      return true;
    }
    var isOver = removal.emptiedAt().plus(LONGEST_SEARCH).isBefore(clock.instant());
    if (isOver) {
      LOG.warn(
          "Mail {} of a customer whose data were removed was not found in the mailbox within {};"
              + " it was received at {}. Delete it there if a person has moved it",
          removal.id(),
          LONGEST_SEARCH,
          removal.receivedAt());
    }
    return isOver;
  }

  private boolean removeOld(ImapMailbox mailbox, BooleanSupplier goesOn) throws MessagingException {
    var before = clock.instant().minus(settings.keepMails());
    // A day more, as a mailbox tells days only, of its own time zone.
    var anyWithoutId = content.hasUnhandledWithoutId(before.plus(Duration.ofDays(2)));
    return mailbox.deleteBefore(
        before,
        goesOn,
        mails -> {
          var ids = new HashMap<Message, String>();
          for (var mail : mails) {
            ids.put(mail, ImapMailbox.messageId(mail));
          }
          var unhandled =
              content.unhandled(ids.values().stream().filter(Objects::nonNull).toList());
          var old =
              mails.stream()
                  .filter(
                      mail ->
                          ids.get(mail) == null
                              ? !anyWithoutId
                              : !unhandled.contains(ids.get(mail)))
                  .toList();
          if (!old.isEmpty()) {
            LOG.info("{} old mails in the mailbox are deleted", old.size());
          }
          return old;
        });
  }
}
