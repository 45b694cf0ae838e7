package com.customerfocus.demo;

import com.customerfocus.incoming.MailIntake;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.notice.ReplyTokens;
import com.customerfocus.support.Texts;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers a mail as its recipient: makes the mail that a mail program would send and puts it on
 * record as if it had come through the mailbox. In the demo only.
 */
@Controller
@Profile("demo")
class MailboxReplyController {

  private static final int LONGEST = 10_000;
  private static final Session SESSION = Session.getInstance(new Properties());

  private final Mailbox mailbox;
  private final ReplyTokens tokens;
  private final MailIntake intake;
  private final Clock clock;

  MailboxReplyController(Mailbox mailbox, ReplyTokens tokens, MailIntake intake, Clock clock) {
    this.mailbox = mailbox;
    this.tokens = tokens;
    this.intake = intake;
    this.clock = clock;
  }

  @PostMapping("/mailbox/{id:\\d{1,18}}/reply")
  String reply(@PathVariable long id, @RequestParam String text)
      throws MessagingException, IOException {
    var answered =
        mailbox
            .find(id)
            .filter(entry -> entry.content() != null && entry.recipient().address() != null)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    // Browsers count a line break as one character and send two.
    var words = Texts.strip(text.replace("\r\n", "\n"));
    if (words.isEmpty()) {
      return "redirect:/mailbox/%d?empty".formatted(id);
    }
    if (words.length() > LONGEST) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    intake.receive(asReceived(reply(answered, words)));
    return "redirect:/mailbox/%d?replied".formatted(id);
  }

  private MimeMessage reply(MailboxEntry answered, String text) throws MessagingException {
    var recipient = answered.recipient();
    var reply = new MimeMessage(SESSION);
    try {
      reply.setFrom(
          new InternetAddress(
              recipient.address(), recipient.name(), StandardCharsets.UTF_8.name()));
    } catch (IOException e) {
      throw new IllegalStateException("Every Java has UTF-8", e);
    }
    reply.setRecipients(
        RecipientType.TO, tokens.replyAddress(answered.id()).orElse(mailbox.from()));
    reply.setHeader("In-Reply-To", tokens.messageId(answered.id()));
    reply.setSubject("Re: " + answered.content().subject(), StandardCharsets.UTF_8.name());
    reply.setSentDate(Date.from(clock.instant()));
    reply.setText(text + "\n\n" + quoted(answered), StandardCharsets.UTF_8.name());
    reply.saveChanges();
    return reply;
  }

  private static String quoted(MailboxEntry answered) {
    return "> " + Texts.strip(answered.content().text()).replace("\n", "\n> ");
  }

  /** As a mail server has it: read from its bytes. */
  private static MimeMessage asReceived(MimeMessage sent) throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    sent.writeTo(bytes);
    return new MimeMessage(SESSION, new ByteArrayInputStream(bytes.toByteArray()));
  }
}
