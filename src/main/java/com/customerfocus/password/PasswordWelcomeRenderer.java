package com.customerfocus.password;

import com.customerfocus.access.Passwords;
import com.customerfocus.access.Passwords.Login;
import com.customerfocus.notice.MailComposer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks the owner of a new account to choose a password. */
@Component
class PasswordWelcomeRenderer extends PasswordLinkRenderer {

  static final String KIND = "password-welcome";

  /** Valid over a weekend in the mailbox. */
  private static final Duration GOOD_FOR = Duration.ofDays(7);

  PasswordWelcomeRenderer(MailComposer mails, Passwords passwords, PasswordLinks links) {
    super(KIND, mails, passwords, links, "password.mail.welcome", GOOD_FOR);
  }

  @Override
  boolean isWanted(Login login) {
    return !login.isSet();
  }
}
