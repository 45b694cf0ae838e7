package com.customerfocus.notice.smtp;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the mail library can do with this server: the same mail again and again, with no database
 * and nothing to put into words.
 */
public final class BareSending {

  private BareSending() {}

  /** Sends mails of this size over connections that are open before. */
  public static void send(MailServer server, int connections, int mails, String html)
      throws Exception {
    var left = new AtomicInteger(mails);
    var work = new ArrayList<Callable<Void>>();
    for (var i = 0; i < connections; i++) {
      var connection = server.connect();
      work.add(
          () -> {
            try (connection) {
              while (left.getAndDecrement() > 0) {
                connection.send(mail(html));
              }
            }
            return null;
          });
    }
    var threads = Executors.newFixedThreadPool(connections);
    try {
      for (var connection : threads.invokeAll(work)) {
        connection.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static MimeMessage mail(String html) throws Exception {
    var mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(new InternetAddress("program@focus.example"));
    mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("ana@focus.example"));
    mail.setSubject("A memo for you", "UTF-8");
    mail.setContent(new MimeMultipart("alternative", part("A memo", "plain"), part(html, "html")));
    mail.saveChanges();
    return mail;
  }

  private static MimeBodyPart part(String text, String subtype) throws Exception {
    var part = new MimeBodyPart();
    part.setText(text, "UTF-8", subtype);
    return part;
  }
}
