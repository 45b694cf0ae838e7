package com.customerfocus.incoming;

import com.customerfocus.incoming.IncomingProperties.Tls;
import com.customerfocus.incoming.message.MailParser;
import com.customerfocus.incoming.message.ReceivedMail;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the mailbox (IMAP, RFC 3501), with the folder of new mails open. Reading marks
 * nothing; mails are moved or marked by {@link #markHandled} only.
 */
class ImapMailbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);

  /** Mails up to this size are read as a whole; of longer ones only the words. */
  static final int LARGE = 1 << 20;

  private final IncomingProperties settings;
  private final Session session;
  private IMAPStore store;
  private IMAPFolder folder;
  private Folder handled;

  private ImapMailbox(IncomingProperties settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  /**
   * Opens the mailbox.
   *
   * @throws MessagingException when that is not possible
   */
  static ImapMailbox open(IncomingProperties settings) throws MessagingException {
    var mailbox = new ImapMailbox(settings);
    try {
      mailbox.open();
      return mailbox;
    } catch (MessagingException e) {
      mailbox.close();
      throw e;
    }
  }

  private static Properties properties(IncomingProperties settings) {
    var prefix = "mail.%s.".formatted(protocol(settings));
    var timeout = String.valueOf(settings.timeout().toMillis());
    var properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", timeout);
    properties.setProperty(prefix + "timeout", timeout);
    properties.setProperty(prefix + "writetimeout", timeout);
    // The library's 16 KB would take a round trip for each.
    properties.setProperty(prefix + "fetchsize", String.valueOf(LARGE / 4));
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(
        prefix + "starttls.required", String.valueOf(settings.tls() == Tls.STARTTLS));
    properties.setProperty("mail.mime.address.strict", "false");
    return properties;
  }

  private static String protocol(IncomingProperties settings) {
    return settings.tls() == Tls.ALWAYS ? "imaps" : "imap";
  }

  private void open() throws MessagingException {
    store = (IMAPStore) session.getStore(protocol(settings));
    store.connect(
        settings.host(),
        settings.port() == 0 ? -1 : settings.port(),
        settings.username(),
        settings.password());
    if (!settings.keepsMails()) {
      handled = store.getFolder(settings.handledFolder());
      if (!handled.exists()) {
        handled.create(Folder.HOLDS_MESSAGES);
      }
    }
    folder = (IMAPFolder) store.getFolder(settings.folder());
    folder.open(Folder.READ_WRITE);
  }

  long uidValidity() throws MessagingException {
    return folder.getUIDValidity();
  }

  int count() throws MessagingException {
    return folder.getMessageCount();
  }

  /** The position of the first mail with a number above this one; after the last if none has. */
  int positionAfter(long uid) throws MessagingException {
    for (var message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
      // A range that ends with the last mail always has the last mail.
      if (message != null && folder.getUID(message) > uid) {
        return message.getMessageNumber();
      }
    }
    return count() + 1;
  }

  /** Mails from this position on, the oldest first; those that a person deleted are left out. */
  List<IMAPMessage> mails(int position, int most) throws MessagingException {
    var last = Math.min(count(), position + most - 1);
    if (last < position) {
      return List.of();
    }
    var messages = folder.getMessages(position, last);
    var profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.FLAGS);
    profile.add(FetchProfile.Item.SIZE);
    folder.fetch(messages, profile);
    var mails = new ArrayList<IMAPMessage>();
    for (var message : messages) {
      if (!message.isExpunged() && !message.isSet(Flag.DELETED)) {
        mails.add((IMAPMessage) message);
      }
    }
    return mails;
  }

  long uid(Message mail) throws MessagingException {
    return folder.getUID(mail);
  }

  /** When the server got the mail. */
  Instant receivedAt(Message mail) throws MessagingException {
    var received = mail.getReceivedDate();
    return received == null ? null : received.toInstant();
  }

  /**
   * Reads a mail. Of a large one the words are read part by part, the attachments not at all. One
   * that no parser likes is put down with its headers.
   *
   * @throws MessagingException when the connection was lost
   * @throws IOException likewise
   */
  ReceivedMail read(IMAPMessage mail) throws MessagingException, IOException {
    mail.setPeek(true);
    if (mail.getSize() > LARGE) {
      try {
        return MailParser.read(mail);
      } catch (MessagingException | IOException | RuntimeException e) {
        requireConnection(e);
        LOG.warn("Mail {} cannot be read part by part: {}", uid(mail), e.toString());
      }
    }
    byte[] start;
    try (var content = mail.getMimeStream()) {
      start = content.readNBytes(LARGE);
    }
    return parsed(start);
  }

  private ReceivedMail parsed(byte[] mail) {
    try {
      return MailParser.read(new MimeMessage(session, new ByteArrayInputStream(mail)));
    } catch (MessagingException | IOException | RuntimeException e) {
      LOG.warn("A mail cannot be read and waits for a person: {}", e.toString());
      return ReceivedMail.unreadable(headers(mail));
    }
  }

  private static String headers(byte[] mail) {
    try {
      var headers = new InternetHeaders(new ByteArrayInputStream(mail));
      return String.join("\n", Collections.list(headers.getAllHeaderLines()));
    } catch (MessagingException e) {
      return new String(mail, StandardCharsets.ISO_8859_1);
    }
  }

  /** Whether what went wrong is the connection's fault, not the mail's. */
  private void requireConnection(Exception e) throws MessagingException {
    if (!isConnected()) {
      throw new MessagingException("The connection to the mailbox was lost", e);
    }
  }

  boolean isConnected() {
    return folder.isOpen() && store.isConnected();
  }

  /** Moves the mails that are on record out of the way, or marks them as read. */
  void markHandled(List<IMAPMessage> mails) throws MessagingException {
    var messages = mails.toArray(Message[]::new);
    if (messages.length == 0) {
      return;
    }
    if (handled == null) {
      folder.setFlags(messages, new jakarta.mail.Flags(Flag.SEEN), true);
    } else if (store.hasCapability("MOVE")) {
      folder.moveMessages(messages, handled);
    } else {
      folder.copyMessages(messages, handled);
      folder.setFlags(messages, new jakarta.mail.Flags(Flag.DELETED), true);
      if (store.hasCapability("UIDPLUS")) {
        folder.expunge(messages);
      } else {
        folder.expunge();
      }
    }
  }

  @Override
  public void close() {
    close(folder);
    close(store);
  }

  private static void close(AutoCloseable part) {
    try {
      if (part instanceof Folder open) {
        if (open.isOpen()) {
          open.close(false);
        }
      } else if (part instanceof Store open) {
        open.close();
      }
    } catch (MessagingException | IllegalStateException e) {
      LOG.debug("The mailbox was gone before it was closed", e);
    }
  }
}
