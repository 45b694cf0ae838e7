package com.customerfocus.password;

import com.customerfocus.access.Passwords.Login;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Asks the owner of a new account to choose a password. */
@Component
class PasswordWelcomeRenderer implements NoticeRenderer {

  static final String KIND = "password-welcome";

  /** Valid over a weekend in the mailbox. */
  private static final Duration GOOD_FOR = Duration.ofDays(7);

  private final PasswordLinkMails letters;

  PasswordWelcomeRenderer(PasswordLinkMails letters) {
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    return letters.write(notices, "password.mail.welcome", GOOD_FOR, Predicate.not(Login::isSet));
  }
}
