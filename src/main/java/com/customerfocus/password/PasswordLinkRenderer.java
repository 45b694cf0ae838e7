package com.customerfocus.password;

import com.customerfocus.access.Passwords;
import com.customerfocus.access.Passwords.Login;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends the link by which the owner of an account sets a password. */
abstract class PasswordLinkRenderer extends MailRenderer<Login> {

  private final Passwords passwords;
  private final PasswordLinks links;
  private final String key;
  private final Duration goodFor;

  /**
   * @param key of the messages
   * @param goodFor how long the link works
   */
  PasswordLinkRenderer(
      String kind,
      MailComposer mails,
      Passwords passwords,
      PasswordLinks links,
      String key,
      Duration goodFor) {
    super(kind, mails);
    this.passwords = passwords;
    this.links = links;
    this.key = key;
    this.goodFor = goodFor;
  }

  @Override
  protected Function<Notice, Login> find(Collection<Notice> notices) {
    var logins =
        passwords.find(
            notices.stream().map(notice -> notice.recipient().id()).collect(Collectors.toSet()));
    return notice -> {
      var login = logins.get(notice.recipient().id());
      return login != null && isWanted(login) ? login : null;
    };
  }

  /** Whether a mail still makes sense. */
  boolean isWanted(Login login) {
    return true;
  }

  @Override
  protected void write(Mail mail, Login login) {
    var address = links.urlFor(login, goodFor) + "?language=" + mail.reader().language();
    mail.subject(key + ".subject")
        .paragraph(key + ".intro")
        .paragraph("password.mail.id", login.id())
        .paragraph(key + ".ask")
        .personalButton("password.mail.open", address)
        .footer("password.mail.personal")
        .footer("password.mail.automatic");
  }
}
