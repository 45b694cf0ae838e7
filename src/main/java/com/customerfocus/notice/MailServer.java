package com.customerfocus.notice;

import com.customerfocus.support.Texts;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server of {@code spring.mail.*}, if there is one. */
@Component
class MailServer {

  private static final List<String> OTHER_WAYS =
      List.of("socketFactory", "socketFactory.class", "socks.host", "proxy.host");

  private final JavaMailSenderImpl settings;

  MailServer(ObjectProvider<JavaMailSenderImpl> settings) {
    this.settings = settings.getIfAvailable();
    if (this.settings != null) {
      sendPromptly();
    }
  }

  /** Unless the settings say how connections are made. */
  private void sendPromptly() {
    var properties = settings.getJavaMailProperties();
    var prefix = "mail.%s.".formatted(settings.getProtocol());
    if (OTHER_WAYS.stream().map(prefix::concat).noneMatch(properties::containsKey)) {
      properties.put(prefix + "socketFactory", new TcpNoDelaySocketFactory());
      // The library would try to connect once more without it.
      properties.putIfAbsent(prefix + "socketFactory.fallback", "false");
    }
  }

  boolean isConfigured() {
    return settings != null && !Texts.isBlank(settings.getHost());
  }

  /** Opens a connection, which the caller closes. */
  Connection connect() throws Unavailable {
    var connection = new Connection();
    connection.open();
    return connection;
  }

  /** What a server said, without the layers that the mail library puts around it. */
  static String words(MessagingException failure) {
    var innermost = failure;
    while (innermost.getNextException() instanceof MessagingException next) {
      innermost = next;
    }
    var cause = innermost.getNextException();
    return cause == null
        ? innermost.getMessage()
        : innermost.getMessage() + ": " + cause.getMessage();
  }

  /** The server takes no mail from us at the moment; it is not about one mail. */
  static class Unavailable extends Exception {

    private Unavailable(MessagingException cause) {
      super(words(cause), cause);
    }
  }

  /** One connection for many mails. */
  class Connection implements AutoCloseable {

    private Transport transport;
    private MessagingException lost;

    private void open() throws Unavailable {
      try {
        transport = settings.getSession().getTransport(settings.getProtocol());
        transport.connect(
            settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
      } catch (MessagingException e) {
        throw new Unavailable(e);
      }
    }

    /**
     * Sends one mail. Many servers end a connection after a number of mails, so a mail that loses
     * the connection gets a second one. When it loses that too, it may be this mail that the server
     * cannot bear, or the server itself: the mail has had its try, and no other is sent.
     *
     * @throws Unavailable when the server takes no mail from us at all
     * @throws MessagingException when it does not take this one
     */
    void send(MimeMessage mail) throws Unavailable, MessagingException {
      if (lost != null) {
        throw new Unavailable(lost);
      }
      try {
        transport.sendMessage(mail, mail.getAllRecipients());
      } catch (MessagingException e) {
        if (transport.isConnected()) {
          throw refusal(e);
        }
        sendOnNewConnection(mail, e);
      }
    }

    private void sendOnNewConnection(MimeMessage mail, MessagingException first)
        throws Unavailable, MessagingException {
      lost = first;
      try {
        open();
      } catch (Unavailable e) {
        throw first;
      }
      try {
        transport.sendMessage(mail, mail.getAllRecipients());
        lost = null;
      } catch (MessagingException e) {
        if (transport.isConnected()) {
          lost = null;
        }
        throw refusal(e);
      }
    }

    /** A refusal before the server has seen the recipient is about us, not about the mail. */
    private MessagingException refusal(MessagingException e) throws Unavailable {
      if (e instanceof SMTPSendFailedException refused && refused.getCommand().startsWith("MAIL")) {
        throw new Unavailable(e);
      }
      return e;
    }

    @Override
    public void close() {
      try {
        if (transport != null) {
          transport.close();
        }
      } catch (MessagingException e) {
        // Everything was handed over before; how the good-bye went is of no interest.
        transport = null;
      }
    }
  }
}
