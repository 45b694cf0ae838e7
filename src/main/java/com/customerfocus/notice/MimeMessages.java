package com.customerfocus.notice;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.Texts;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.stereotype.Component;

/** Makes MIME messages: text and HTML, UTF-8, and an id that stays the same for a notice. */
@Component
class MimeMessages {

  /**
   * Replies that Exchange and Outlook are not to send: delivery, read and non-read reports, out of
   * office and other automatic replies ([MS-OXCMAIL] 2.1.3.2.20). Not {@code All}, which includes
   * {@code NDR}: a report that a mail could not be delivered is how operators learn of a wrong
   * address.
   */
  private static final String UNWANTED_REPLIES = "DR, RN, NRN, OOF, AutoReply";

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  // Mails are only made here; where they go is the MailServer's business.
  private static final Session SESSION = Session.getInstance(new Properties());

  private final InternetAddress from;
  private final ReplyTokens tokens;
  private final Clock clock;

  MimeMessages(NoticeProperties settings, ReplyTokens tokens, Clock clock) {
    this.from = sender(settings.from());
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Who mails come from, as the recipient sees it. */
  String from() {
    return from.getPersonal() == null
        ? from.getAddress()
        : "%s <%s>".formatted(from.getPersonal(), from.getAddress());
  }

  /**
   * @throws AddressException when the address cannot be one
   */
  MimeMessage mail(ClaimedNotice due, MailContent content) throws MessagingException {
    var id = due.notice().id();
    var mail = new MailOfNotice(tokens.messageId(id));
    mail.setFrom(from);
    var replyAddress = tokens.replyAddress(id);
    if (replyAddress.isPresent()) {
      mail.setReplyTo(new Address[] {new InternetAddress(replyAddress.get())});
    }
    // Where servers send delivery reports; without it they go to the sender.
    tokens.bounceAddress(id).ifPresent(mail::setEnvelopeFrom);
    mail.setRecipient(
        Message.RecipientType.TO, new InternetAddress(due.notice().recipient().address(), true));
    mail.setSubject(oneLine(content.subject()), UTF_8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setContentLanguage(new String[] {due.notice().recipient().language()});
    // Without Precedence: no standard defines it (RFC 2076 discourages it), and "bulk" would have
    // some servers sort a personal mail out. RFC 3834 responders heed Auto-Submitted.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", UNWANTED_REPLIES);
    if (content.unsubscribe() != null) {
      mail.setHeader("List-Unsubscribe", "<%s>".formatted(content.unsubscribe()));
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    mail.setContent(
        new MimeMultipart(
            "alternative", part(content.text(), "plain"), part(content.html(), "html")));
    mail.saveChanges();
    return mail;
  }

  private static BodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  /** A line break in a header would let a text add headers of its own. */
  private static String oneLine(String text) {
    return Texts.strip(text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " "));
  }

  private static InternetAddress sender(String from) {
    try {
      var address = new InternetAddress(from, true);
      address.setPersonal(address.getPersonal(), UTF_8);
      return address;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new InvalidSettingException(
          "customer-focus.notices.from is \"%s\", which is not one sender: %s."
              .formatted(from, e.getMessage()),
          "Set it to one sender, such as \"Customer focus <no-reply@example.com>\".",
          e);
    }
  }

  private static class MailOfNotice extends SMTPMessage {

    private final String id;

    MailOfNotice(String id) {
      super(SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
