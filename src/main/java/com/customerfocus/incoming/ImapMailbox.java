package com.customerfocus.incoming;

import com.customerfocus.incoming.IncomingProperties.Tls;
import com.customerfocus.incoming.message.MailParser;
import com.customerfocus.incoming.message.ReceivedMail;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.MessageSet;
import org.eclipse.angus.mail.imap.protocol.UID;
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

  private static final int MOST_TOGETHER = 50;
  private static final int MOST_LOOKED_AT = 1_000;
  private static final Duration ONE_DAY = Duration.ofDays(1);
  private static final String MESSAGE_ID = "Message-ID";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String FROM = "From";

  private final IncomingProperties settings;
  private final Session session;
  private IMAPStore store;
  private IMAPFolder folder;
  private Folder handled;
  private final Map<IMAPMessage, byte[]> fetched = new HashMap<>();

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

  /**
   * Mails from this position on, the oldest first; those that a person deleted are left out.
   * Messages of mail servers are known by their headers, see {@link #isOfServer}.
   */
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
    // Else the library asks for it mail by mail.
    profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    profile.add(CONTENT_TYPE);
    profile.add(FROM);
    profile.add(MESSAGE_ID);
    folder.fetch(messages, profile);
    var mails = new ArrayList<IMAPMessage>();
    for (var message : messages) {
      if (!message.isExpunged() && !message.isSet(Flag.DELETED)) {
        mails.add((IMAPMessage) message);
      }
    }
    return mails;
  }

  /** Whether it looks like a message of a mail server, which can wait until people's are read. */
  static boolean isOfServer(Message mail) throws MessagingException {
    return has(mail, CONTENT_TYPE, "multipart/report") || has(mail, FROM, "mailer-daemon");
  }

  private static boolean has(Message mail, String header, String words) throws MessagingException {
    var value = mail.getHeader(header);
    return value != null && value[0].toLowerCase(Locale.ROOT).contains(words);
  }

  long uid(Message mail) throws MessagingException {
    return folder.getUID(mail);
  }

  /** When the server got the mail. */
  Instant receivedAt(Message mail) throws MessagingException {
    var received = mail.getReceivedDate();
    return received == null ? null : received.toInstant();
  }

  /** How many of these mails, at least one, are small enough to be fetched together. */
  static int fittingTogether(List<IMAPMessage> mails) throws MessagingException {
    var count = 0;
    var size = 0L;
    while (count < mails.size() && count < MOST_TOGETHER) {
      size += mails.get(count).getSize();
      if (size > LARGE && count > 0) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** Fetches these mails by one question to the server, which {@link #read} then does not ask. */
  void fetchTogether(List<IMAPMessage> mails) throws MessagingException {
    fetched.clear();
    var byUid = new HashMap<Long, IMAPMessage>();
    for (var mail : mails) {
      if (mail.getSize() <= LARGE && !mail.isExpunged()) {
        byUid.put(uid(mail), mail);
      }
    }
    if (byUid.size() > 1) {
      folder.doCommand(protocol -> fetch(protocol, byUid));
    }
  }

  private Void fetch(IMAPProtocol protocol, Map<Long, IMAPMessage> byUid) throws ProtocolException {
    var numbers =
        byUid.values().stream().mapToInt(IMAPMessage::getMessageNumber).sorted().toArray();
    var answers = protocol.fetch(MessageSet.createMessageSets(numbers), "UID BODY.PEEK[]");
    for (var answer : answers) {
      if (answer instanceof FetchResponse mail
          && mail.getItem(UID.class) != null
          && mail.getItem(BODY.class) != null) {
        var content = mail.getItem(BODY.class).getByteArrayInputStream();
        // By its UID, as numbers change when a mail is removed.
        var asked = byUid.get(mail.getItem(UID.class).uid);
        if (content != null && asked != null) {
          fetched.put(asked, content.readAllBytes());
        }
      }
    }
    protocol.notifyResponseHandlers(answers);
    protocol.handleResult(answers[answers.length - 1]);
    return null;
  }

  /**
   * Reads a mail. Of a large one the words are read part by part, the attachments not at all. One
   * that no parser likes is put down as it is.
   *
   * @throws MessagingException when the connection was lost
   * @throws IOException likewise
   */
  ReceivedMail read(IMAPMessage mail) throws MessagingException, IOException {
    var known = fetched.remove(mail);
    if (known != null) {
      return parsed(known);
    }
    mail.setPeek(true);
    if (mail.getSize() > LARGE) {
      try {
        return MailParser.read(mail);
      } catch (MessagingException
          | IOException
          | RuntimeException
          | StackOverflowError
          | OutOfMemoryError e) {
        requireConnection(e);
        LOG.warn("Mail {} cannot be read part by part: {}", uid(mail), e.getClass().getName());
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
    } catch (MessagingException
        | IOException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      // Not its message, which may quote the mail.
      LOG.warn("A mail cannot be read and waits for a person: {}", e.getClass().getName());
      return ReceivedMail.unreadable(mail);
    }
  }

  /** Whether what went wrong is the connection's fault, not the mail's. */
  private void requireConnection(Throwable e) throws MessagingException {
    if (!isConnected()) {
      throw new MessagingException(
          "The connection to the mailbox was lost", e instanceof Exception cause ? cause : null);
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
      folder.setFlags(messages, new Flags(Flag.SEEN), true);
    } else if (store.hasCapability("MOVE")) {
      folder.moveMessages(messages, handled);
    } else {
      folder.copyMessages(messages, handled);
      delete(folder, messages);
    }
  }

  /**
   * Deletes mails out of the way for good, of those that the server got on that day, by its clock,
   * or on the next to it.
   *
   * @param choice which of a piece of them; false from {@code goesOn} between two pieces ends the
   *     search, and then none is deleted
   * @return whether all were looked at
   */
  boolean deleteAround(Instant day, BooleanSupplier goesOn, Choice choice)
      throws MessagingException {
    return deleteFound(
        new AndTerm(
            new ReceivedDateTerm(ComparisonTerm.GE, Date.from(day.minus(ONE_DAY))),
            new ReceivedDateTerm(ComparisonTerm.LE, Date.from(day.plus(ONE_DAY)))),
        goesOn,
        choice);
  }

  /** Likewise, of those that the server got on an earlier day than this one. */
  boolean deleteBefore(Instant time, BooleanSupplier goesOn, Choice choice)
      throws MessagingException {
    return deleteFound(new ReceivedDateTerm(ComparisonTerm.LT, Date.from(time)), goesOn, choice);
  }

  /** Which of some mails are meant. */
  interface Choice {
    List<Message> of(List<Message> mails) throws MessagingException;
  }

  private boolean deleteFound(SearchTerm term, BooleanSupplier goesOn, Choice choice)
      throws MessagingException {
    var found = List.of(handledFolder().search(term));
    var profile = new FetchProfile();
    profile.add(MESSAGE_ID);
    var chosen = new ArrayList<Message>();
    for (var from = 0; from < found.size(); from += MOST_LOOKED_AT) {
      if (!goesOn.getAsBoolean()) {
        return false;
      }
      var piece = found.subList(from, Math.min(found.size(), from + MOST_LOOKED_AT));
      handledFolder().fetch(piece.toArray(Message[]::new), profile);
      chosen.addAll(choice.of(piece));
    }
    if (!chosen.isEmpty()) {
      delete((IMAPFolder) handledFolder(), chosen.toArray(Message[]::new));
    }
    return true;
  }

  /** Opened when it is needed; where mails stay, that is the folder of new ones. */
  private Folder handledFolder() throws MessagingException {
    if (handled == null) {
      return folder;
    }
    if (!handled.isOpen()) {
      handled.open(Folder.READ_WRITE);
    }
    return handled;
  }

  /** As the mail says, or null. */
  static String messageId(Message mail) throws MessagingException {
    var id = mail.getHeader(MESSAGE_ID);
    return id == null ? null : MailParser.messageId(id[0]).orElse(null);
  }

  private void delete(IMAPFolder from, Message[] mails) throws MessagingException {
    from.setFlags(mails, new Flags(Flag.DELETED), true);
    if (store.hasCapability("UIDPLUS")) {
      from.expunge(mails);
    } else {
      from.expunge();
    }
  }

  @Override
  public void close() {
    close(handled);
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
