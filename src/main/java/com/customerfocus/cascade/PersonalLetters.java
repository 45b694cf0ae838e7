package com.customerfocus.cascade;

import com.customerfocus.notice.Letter;
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
class PersonalLetters {

  /** Puts one of them into words; the link is an absolute address. */
  interface Words {
    Letter letter(Notice notice, PersonalMemo memo, String link);
  }

  private final ReceiptService receipts;
  private final PersonalLinks links;

  PersonalLetters(ReceiptService receipts, PersonalLinks links) {
    this.receipts = receipts;
    this.links = links;
  }

  Map<Long, Letter> write(Collection<Notice> notices, Words words) {
    var written = new HashMap<Long, Letter>();
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
