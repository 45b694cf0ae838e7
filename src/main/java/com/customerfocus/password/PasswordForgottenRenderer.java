package com.customerfocus.password;

import com.customerfocus.access.Passwords;
import com.customerfocus.notice.MailComposer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Mail with the link requested on the page "Forgot your password?". */
@Component
class PasswordForgottenRenderer extends PasswordLinkRenderer {

  static final String KIND = "password-forgotten";

  /** The account's owner waits for it. */
  private static final Duration GOOD_FOR = Duration.ofHours(2);

  PasswordForgottenRenderer(MailComposer mails, Passwords passwords, PasswordLinks links) {
    super(KIND, mails, passwords, links, "password.mail.forgotten", GOOD_FOR);
  }
}
