package com.customerfocus.incoming;

import com.customerfocus.incoming.IncomingMail.MatchedBy;
import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.incoming.message.ReceivedMail;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.notice.ReplyTokens;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the notice that a mail answers: by the signed token in an address that it was sent to, else
 * by the Message-IDs that it refers to; never by its subject or by an address in its text. A
 * delivery report counts with a valid token only.
 */
@Component
class MailMatcher {

  private final ReplyTokens tokens;
  private final NoticeService notices;

  MailMatcher(ReplyTokens tokens, NoticeService notices) {
    this.tokens = tokens;
    this.notices = notices;
  }

  /**
   * What a mail answers.
   *
   * @param fromRecipient whether it came from the address that the notice went to
   */
  record Match(Notice notice, MatchedBy by, boolean fromRecipient) {}

  Optional<Match> match(ReceivedMail mail) {
    var byToken = mail.addresses().stream().flatMap(it -> tokens.noticeAt(it).stream());
    return byToken
        .findFirst()
        .flatMap(notices::find)
        .map(notice -> match(mail, notice, MatchedBy.TOKEN))
        .or(() -> byReference(mail));
  }

  private Optional<Match> byReference(ReceivedMail mail) {
    if (mail.kind() == MailKind.DELIVERY_REPORT) {
      return Optional.empty();
    }
    return mail.answered().stream()
        .flatMap(id -> tokens.noticeWithMessageId(id).stream())
        .findFirst()
        .flatMap(notices::find)
        .map(notice -> match(mail, notice, MatchedBy.REFERENCE));
  }

  private static Match match(ReceivedMail mail, Notice notice, MatchedBy by) {
    var recipient = notice.recipient().address();
    return new Match(
        notice,
        by,
        recipient != null && mail.from() != null && recipient.equalsIgnoreCase(mail.from()));
  }
}
