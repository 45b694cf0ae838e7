package com.customerfocus.incoming;

import com.customerfocus.incoming.MailIntake.Origin;
import com.customerfocus.incoming.message.ReceivedMail;
import com.customerfocus.support.Texts;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Reads the mailbox: each mail is put on record before it is moved or marked, and one that is on
 * record is only moved. So a mail is neither lost nor handled twice, wherever a node stops.
 */
@Service
class MailboxReading {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxReading.class);

  private static final int BATCH = 100;

  /** Among how many mails those of people are read first. */
  private static final int LOOKED_AT = 2_000;

  private static final int LONGEST_TROUBLE = 500;

  /** A mail with which reading failed so often is not read, only put down. */
  private static final int MOST_LOSSES = 3;

  /** Wrong passwords may lock the mailbox: the login is tried less often than a server. */
  private static final int LOGIN_PAUSES = 10;

  private final IncomingProperties settings;
  private final MailboxLease lease;
  private final IncomingStore store;
  private final MailIntake intake;
  private final MailboxCleaning cleaning;
  private final Map<Long, Integer> losses = new HashMap<>();

  /** After a connection that was lost while several mails were fetched. */
  private boolean oneByOne;

  private volatile boolean stopped;

  MailboxReading(
      IncomingProperties settings,
      MailboxLease lease,
      IncomingStore store,
      MailIntake intake,
      MailboxCleaning cleaning) {
    this.settings = settings;
    this.lease = lease;
    this.store = store;
    this.intake = intake;
    this.cleaning = cleaning;
  }

  /** After the mail that is being read. */
  void stop() {
    stopped = true;
  }

  /**
   * Reads what is new, if it is this node's turn.
   *
   * @return how many mails were put on record
   */
  int read() {
    var name = settings.mailbox();
    if (!lease.take(name, settings.lease())) {
      return 0;
    }
    var found = new Found();
    try (var mailbox = ImapMailbox.open(settings)) {
      var trouble = readAll(mailbox, found);
      oneByOne = false;
      if (trouble == null) {
        lease.succeeded(name, settings.every());
      } else {
        lease.failed(name, settings.every(), trouble);
      }
    } catch (AuthenticationFailedException e) {
      failed("The mailbox refuses the login: " + words(e), LOGIN_PAUSES);
    } catch (MessagingException | IOException e) {
      failed(words(e), 1);
    } catch (RuntimeException | Error e) {
      // Not its message, which may quote a mail.
      failed("Reading has stopped: " + e.getClass().getName(), 1);
      throw e;
    }
    return found.count;
  }

  private static class Found {
    private int count;
  }

  private void failed(String trouble, int pauses) {
    LOG.warn("The mailbox cannot be read: {}", trouble);
    lease.failed(settings.mailbox(), settings.pause().multipliedBy(pauses), cut(trouble));
  }

  private boolean goesOn() {
    return !stopped && lease.renew(settings.mailbox(), settings.lease());
  }

  /** Returns why mails could not be moved, which keeps none from being read; or null. */
  private String readAll(ImapMailbox mailbox, Found found) throws MessagingException, IOException {
    String trouble = null;
    var validity = mailbox.uidValidity();
    var position =
        settings.keepsMails()
            ? mailbox.positionAfter(store.lastUid(settings.mailbox(), validity))
            : 1;
    while (position <= mailbox.count() && !stopped) {
      var mails = peopleFirst(mailbox.mails(position, LOOKED_AT));
      var before = mailbox.count();
      for (var from = 0; from < mails.size(); from += BATCH) {
        var batch = mails.subList(from, Math.min(mails.size(), from + BATCH));
        if (!readBatch(mailbox, validity, batch, found)) {
          return trouble;
        }
        trouble = firstOf(markHandled(mailbox, batch), trouble);
      }
      // What was moved makes room for the next ones; what stays is passed over.
      position += Math.max(0, LOOKED_AT - Math.max(0, before - mailbox.count()));
    }
    if (!stopped) {
      cleaning.clean(mailbox, this::goesOn);
    }
    return trouble;
  }

  /**
   * Behind a storm of reports no person has to wait. Where mails stay they are read in their order,
   * as the last number on record says where to go on.
   */
  private List<IMAPMessage> peopleFirst(List<IMAPMessage> mails) throws MessagingException {
    if (settings.keepsMails()) {
      return mails;
    }
    var sorted = new ArrayList<IMAPMessage>();
    var ofServers = new ArrayList<IMAPMessage>();
    for (var mail : mails) {
      (ImapMailbox.isOfServer(mail) ? ofServers : sorted).add(mail);
    }
    sorted.addAll(ofServers);
    return sorted;
  }

  /** Returns why it was not possible, or null. */
  private static String markHandled(ImapMailbox mailbox, List<IMAPMessage> mails)
      throws MessagingException {
    try {
      mailbox.markHandled(mails);
      return null;
    } catch (MessagingException e) {
      if (!mailbox.isConnected()) {
        throw e;
      }
      return cut("Mails cannot be moved: " + words(e));
    }
  }

  private boolean readBatch(
      ImapMailbox mailbox, long validity, List<IMAPMessage> mails, Found found)
      throws MessagingException, IOException {
    var uids = new HashMap<IMAPMessage, Long>();
    for (var mail : mails) {
      uids.put(mail, mailbox.uid(mail));
    }
    var known = store.known(settings.mailbox(), validity, uids.values());
    var left = mails.stream().filter(mail -> !known.contains(uids.get(mail))).toList();
    while (!left.isEmpty()) {
      if (!goesOn()) {
        return false;
      }
      var together = left.subList(0, oneByOne ? 1 : ImapMailbox.fittingTogether(left));
      fetch(mailbox, together);
      for (var mail : together) {
        found.count += readOne(mailbox, validity, mail, uids.get(mail)) ? 1 : 0;
      }
      left = left.subList(together.size(), left.size());
    }
    return true;
  }

  private void fetch(ImapMailbox mailbox, List<IMAPMessage> mails) throws MessagingException {
    try {
      mailbox.fetchTogether(mails);
    } catch (MessagingException e) {
      // Then it shows which mail it is.
      oneByOne = true;
      throw e;
    }
  }

  private boolean readOne(ImapMailbox mailbox, long validity, IMAPMessage mail, long uid)
      throws MessagingException, IOException {
    ReceivedMail content;
    Instant receivedAt;
    try {
      content = contentOf(mailbox, mail, uid);
      receivedAt = losses.containsKey(uid) ? null : mailbox.receivedAt(mail);
    } catch (MessageRemovedException e) {
      // A person deleted it meanwhile.
      return false;
    } catch (MessagingException | IOException | RuntimeException | Error e) {
      losses.merge(uid, 1, Integer::sum);
      throw e;
    }
    losses.remove(uid);
    return intake.receive(content, new Origin(settings.mailbox(), validity, uid, receivedAt));
  }

  private ReceivedMail contentOf(ImapMailbox mailbox, IMAPMessage mail, long uid)
      throws MessagingException, IOException {
    return losses.getOrDefault(uid, 0) < MOST_LOSSES
        ? mailbox.read(mail)
        : ReceivedMail.unreadable(
            "Message-ID: %s\nNumber %d in the mailbox".formatted(ImapMailbox.messageId(mail), uid));
  }

  private static String firstOf(String one, String other) {
    return one == null ? other : one;
  }

  private static String words(Exception e) {
    return cut(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private static String cut(String text) {
    var line = Texts.strip(text.replaceAll("[\\s\\p{Cntrl}]+", " "));
    return line.substring(0, Math.min(line.length(), LONGEST_TROUBLE));
  }
}
