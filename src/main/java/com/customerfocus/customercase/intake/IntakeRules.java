package com.customerfocus.customercase.intake;

import com.customerfocus.customercase.news.News;
import com.customerfocus.incoming.IncomingMail;
import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.support.Texts;
import com.customerfocus.text.Shortened;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which mails open a case, and what is its need then. A plain rule. */
final class IntakeRules {

  /**
   * Mails that have waited longer are a person's matter by then, who may have dealt with them: they
   * open no case when their address becomes a customer's.
   */
  static final Duration FRESH = Duration.ofDays(7);

  private IntakeRules() {}

  /** Whether a person wrote it, to us, in the last days, and not as an answer. */
  static boolean isNew(IncomingMail mail, Instant now) {
    return mail.kind() == MailKind.HUMAN
        && !mail.bulk()
        && mail.notice() == null
        && mail.from() != null
        && mail.receivedAt().plus(FRESH).isAfter(now);
  }

  /**
   * The words of the mail as they are: subject, text with what it quotes or forwards, and the names
   * of the files; null when there are none.
   */
  static String need(IncomingMail mail) {
    var said =
        Stream.of(mail.subject(), mail.text(), mail.fileNames())
            .map(Texts::stripToNull)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n\n"));
    return said.isEmpty() ? null : Shortened.cut(said, News.LONGEST);
  }
}
