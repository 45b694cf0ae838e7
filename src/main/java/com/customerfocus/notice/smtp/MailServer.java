package com.customerfocus.notice.smtp;

import com.customerfocus.support.Texts;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server of {@code spring.mail.*}, if there is one. */
@Component
public class MailServer {

  private static final List<String> OTHER_WAYS =
      List.of("socketFactory", "socketFactory.class", "socks.host", "proxy.host");

  private static final String STREAM_PROVIDER = "jakarta.mail.util.StreamProvider";

  private final JavaMailSenderImpl settings;

  public MailServer(ObjectProvider<JavaMailSenderImpl> settings) {
    this.settings = settings.getIfAvailable();
    nameStreamProvider();
    if (this.settings != null) {
      sendPromptly();
    }
  }

  /**
   * Unless it has a name, the library searches the class path for it, for each part of each mail:
   * half of the time that a mail takes.
   */
  private static void nameStreamProvider() {
    if (System.getProperty(STREAM_PROVIDER) == null) {
      System.setProperty(STREAM_PROVIDER, MailStreamProvider.class.getName());
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

  public boolean isConfigured() {
    return settings != null && !Texts.isBlank(settings.getHost());
  }

  /** Opens a connection, which the caller closes. */
  Connection connect() throws Unavailable {
    var connection = new Connection();
    connection.open();
    return connection;
  }

  private static MessagingException innermost(MessagingException failure) {
    var innermost = failure;
    while (innermost.getNextException() instanceof MessagingException next) {
      innermost = next;
    }
    return innermost;
  }

  /** What a server said, without the layers that the mail library puts around it. */
  private static String words(MessagingException failure) {
    var innermost = innermost(failure);
    var cause = innermost.getNextException();
    return cause == null
        ? innermost.getMessage()
        : innermost.getMessage() + ": " + cause.getMessage();
  }

  /** The server takes no mail from us at the moment; it is not about one mail. */
  public static final class Unavailable extends Exception {

    private Unavailable(MessagingException cause) {
      super(words(cause), cause);
    }
  }

  /** The server did not take one mail; the message is in its words. */
  public static final class Refused extends Exception {

    private static final Pattern ANSWER =
        Pattern.compile("([45])\\d\\d[ -](?:(\\1\\.\\d{1,3}\\.\\d{1,3})\\b)?.*", Pattern.DOTALL);
    // RFC 3463: bad connection.
    private static final String NO_ANSWER = "4.4.2";

    private final String status;

    private Refused(MessagingException cause) {
      super(words(cause), cause);
      status = statusOf(innermost(cause));
    }

    /**
     * The enhanced status code (RFC 3463); of an answer that has none, its class with two zeros;
     * without any answer, because the connection broke, 4.4.2.
     */
    public String status() {
      return status;
    }

    /** Whether the server said that it will never take this mail. */
    public boolean isForGood() {
      return status.startsWith("5");
    }

    private static String statusOf(MessagingException answer) {
      var isAnswer =
          answer instanceof SMTPAddressFailedException || answer instanceof SMTPSendFailedException;
      var parts = ANSWER.matcher(isAnswer ? String.valueOf(answer.getMessage()) : "");
      if (!parts.matches()) {
        return NO_ANSWER;
      }
      return parts.group(2) == null ? parts.group(1) + ".0.0" : parts.group(2);
    }
  }

  /** One connection for many mails, used by one thread. */
  public final class Connection implements AutoCloseable {

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
     * @throws Refused when it does not take this one
     */
    public void send(MimeMessage mail) throws Unavailable, Refused {
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
        throws Unavailable, Refused {
      lost = first;
      try {
        open();
      } catch (Unavailable e) {
        throw new Refused(first);
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
    private Refused refusal(MessagingException e) throws Unavailable {
      if (e instanceof SMTPSendFailedException refused && refused.getCommand().startsWith("MAIL")) {
        throw new Unavailable(e);
      }
      return new Refused(e);
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
