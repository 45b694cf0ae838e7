package com.customerfocus.cascade;

import com.customerfocus.notice.Letter;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells a manager that there is a team to brief, with the personal link to the memo. Its subject is
 * the manager's own receipt.
 */
@Component
class BriefingDueWriter implements NoticeWriter {

  static final String KIND = "briefing-due";

  /** Those of a briefing's team who have a briefing of their own to hold. */
  static final String RECIPIENTS =
      """
      select r.id as subject_id, r.person_id, p.mail as address, p.language
        from briefing below
        join receipt r on r.cascade_id = below.cascade_id and r.person_id = below.manager_id
        join person p on p.id = r.person_id
       where below.parent_id = :briefing
      """;

  private final ReceiptService receipts;
  private final Briefings briefings;
  private final PersonalLinks links;
  private final MemoLetters letters;

  BriefingDueWriter(
      ReceiptService receipts, Briefings briefings, PersonalLinks links, MemoLetters letters) {
    this.receipts = receipts;
    this.briefings = briefings;
    this.links = links;
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, Letter> write(Collection<Notice> notices) {
    var receiptIds = notices.stream().map(Notice::subjectId).toList();
    var memos = receipts.personalMemos(receiptIds);
    var due = briefings.dueByReceipt(receiptIds);
    var written = new HashMap<Long, Letter>();
    for (var notice : notices) {
      var memo = memos.get(notice.subjectId());
      if (memo != null && due.containsKey(notice.subjectId())) {
        written.put(
            notice.id(),
            letters.briefingDue(memo, due.get(notice.subjectId()), links.urlFor(memo.receiptId())));
      }
    }
    return written;
  }
}
