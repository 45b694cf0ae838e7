package com.customerfocus.incoming;

import com.customerfocus.incoming.IncomingMail.MatchedBy;
import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.incoming.message.ReceivedMail;
import com.customerfocus.link.ProgramAddress;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.notice.ReplyTokens;
import java.util.Optional;
import java.util.regex.Pattern;
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
  private final Pattern ours;

  MailMatcher(ReplyTokens tokens, NoticeService notices, ProgramAddress program) {
    this.tokens = tokens;
    this.notices = notices;
    this.ours =
        Pattern.compile(
            "<notice-(\\d{1,18})@%s>".formatted(Pattern.quote(program.host())),
            Pattern.CASE_INSENSITIVE);
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
        .map(ours::matcher)
        .filter(id -> id.matches())
        .findFirst()
        .flatMap(id -> notices.find(Long.parseLong(id.group(1))))
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
