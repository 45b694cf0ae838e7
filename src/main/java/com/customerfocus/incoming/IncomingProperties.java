package com.customerfocus.incoming;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.Texts;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that mails come into.
 *
 * @param host of the IMAP server; without it no mailbox is read
 * @param port 0 for the usual one, 993 with {@link Tls#ALWAYS}, else 143
 * @param tls how the connection is encrypted
 * @param folder in which new mails are
 * @param handledFolder to which they are moved once they are on record; made if it is missing.
 *     Blank: they stay, marked as read
 * @param readInBackground whether this node reads the mailbox on its own
 * @param every the pause between two looks
 * @param pause how long a mailbox that is away, or refuses the login, is left alone
 * @param lease how long the mailbox belongs to the node that reads it; when that node dies, another
 *     one goes on after this time
 * @param timeout how long the server may take for an answer
 * @param keepMails how long handled mails stay in the handled folder, with their attachments
 * @param keepRecords how long sender, subject and words of handled mails stay on record; not
 *     shorter than the mails themselves stay
 */
@ConfigurationProperties("customer-focus.incoming")
record IncomingProperties(
    @DefaultValue("") String host,
    @DefaultValue("0") int port,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("always") Tls tls,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("Handled") String handledFolder,
    @DefaultValue("true") boolean readInBackground,
    @DefaultValue("10s") Duration every,
    @DefaultValue("1m") Duration pause,
    @DefaultValue("2m") Duration lease,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("365d") Duration keepMails,
    @DefaultValue("730d") Duration keepRecords) {

  /** How a connection is encrypted. */
  enum Tls {
    /** From its start. */
    ALWAYS,
    /** From the server's offer on; without an offer nothing is sent. */
    STARTTLS,
    /** Not at all: for a server on the same machine. */
    NONE
  }

  private static final String PREFIX = "customer-focus.incoming.";

  IncomingProperties {
    if (!Texts.isBlank(host) && !(!Texts.isBlank(username) && !Texts.isBlank(password))) {
      throw new InvalidSettingException(
          PREFIX + "host is set without a username and a password.",
          "Set %susername and %spassword, or unset the host.".formatted(PREFIX, PREFIX));
    }
    if (Texts.isBlank(folder) || Texts.strip(folder).equals(Texts.strip(handledFolder))) {
      throw new InvalidSettingException(
          PREFIX + "folder and handled-folder are not two folders.",
          "Set them to two folders of the mailbox, such as INBOX and Handled.");
    }
    requireSome("every", every);
    requireSome("pause", pause);
    requireSome("lease", lease);
    requireSome("timeout", timeout);
    requireSome("keep-mails", keepMails);
    if (keepRecords.compareTo(keepMails) < 0) {
      throw new InvalidSettingException(
          "%skeep-records is shorter than %skeep-mails.".formatted(PREFIX, PREFIX),
          "Set it to the same time or a longer one: the record says which mails are in the mailbox.");
    }
  }

  private static void requireSome(String name, Duration time) {
    if (time.toMillis() < 1) {
      throw new InvalidSettingException(
          "%s%s is %s.".formatted(PREFIX, name, time), "Set it to some time, such as 20s.");
    }
  }

  boolean isConfigured() {
    return !Texts.isBlank(host);
  }

  /** Of whose mails the numbers of a mailbox are. */
  String mailbox() {
    return "%s@%s/%s".formatted(username, host, folder).toLowerCase(Locale.ROOT);
  }

  boolean keepsMails() {
    return Texts.isBlank(handledFolder);
  }

  @Override
  public String toString() {
    return "IncomingProperties[%s]".formatted(isConfigured() ? mailbox() : "off");
  }
}
