package com.customerfocus.password;

import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Mail with the link requested on the page "Forgot your password?". */
@Component
class PasswordForgottenRenderer implements NoticeRenderer {

  static final String KIND = "password-forgotten";

  /** The account's owner waits for it. */
  private static final Duration GOOD_FOR = Duration.ofHours(2);

  private final PasswordLinkMails letters;

  PasswordForgottenRenderer(PasswordLinkMails letters) {
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    return letters.write(notices, "password.mail.forgotten", GOOD_FOR, login -> true);
  }
}
