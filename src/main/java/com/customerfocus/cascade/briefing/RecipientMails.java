package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes letters with the reader's personal link, of notices whose subject is the reader's receipt.
 * Those of withdrawn cascades, and to people who have left, are not written.
 */
@Component
public class RecipientMails {

  /** Puts one of them into words; the link is an absolute address. */
  public interface Words {
    MailContent letter(Notice notice, PersonalPageView memo, String link);
  }

  private final PersonalPageService receipts;
  private final ReceiptLinks links;

  RecipientMails(PersonalPageService receipts, ReceiptLinks links) {
    this.receipts = receipts;
    this.links = links;
  }

  public Map<Long, MailContent> write(Collection<Notice> notices, Words words) {
    var written = new HashMap<Long, MailContent>();
    if (notices.isEmpty()) {
      return written;
    }
    var memos = receipts.personalMemos(notices.stream().map(Notice::subjectId).toList());
    for (var notice : notices) {
      var memo = memos.get(notice.subjectId());
      if (memo != null) {
        written.put(notice.id(), words.letter(notice, memo, links.urlFor(memo.receiptId())));
      }
    }
    return written;
  }
}
