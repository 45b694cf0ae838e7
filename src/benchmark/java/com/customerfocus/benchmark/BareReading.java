package com.customerfocus.benchmark;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Properties;

/**
 * How a mailbox is usually read: mail by mail with the mail library, each marked when it is done.
 */
final class BareReading {

  private BareReading() {}

  /** What is done with each mail. */
  interface Taker {
    void take(String messageId, String from, String subject, String text);
  }

  /**
   * Fetches and parses each mail, hands it on, and marks it as read.
   *
   * @return how many there were
   */
  static int read(int port, String login, String password, Taker taker)
      throws MessagingException, IOException {
    var properties = new Properties();
    properties.setProperty("mail.imap.fetchsize", "262144");
    try (var store = Session.getInstance(properties).getStore("imap")) {
      store.connect("127.0.0.1", port, login, password);
      try (var inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        var mails = inbox.getMessages();
        for (var mail : mails) {
          taker.take(
              mail.getHeader("Message-ID")[0],
              mail.getFrom()[0].toString(),
              mail.getSubject(),
              text(mail));
          mail.setFlag(Flag.SEEN, true);
        }
        return mails.length;
      }
    }
  }

  private static String text(Message mail) throws MessagingException, IOException {
    Part part = mail;
    while (part.getContent() instanceof Multipart parts) {
      part = parts.getBodyPart(0);
    }
    return part.getContent().toString();
  }
}
