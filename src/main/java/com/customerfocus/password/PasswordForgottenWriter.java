package com.customerfocus.password;

import com.customerfocus.notice.Letter;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends the link that was asked for on the page "Forgot your password?". */
@Component
class PasswordForgottenWriter implements NoticeWriter {

  static final String KIND = "password-forgotten";

  /** Its owner waits for it. */
  private static final Duration GOOD_FOR = Duration.ofHours(2);

  private final PasswordLetters letters;

  PasswordForgottenWriter(PasswordLetters letters) {
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, Letter> write(Collection<Notice> notices) {
    return letters.write(notices, "password.mail.forgotten", GOOD_FOR, login -> true);
  }
}
