package com.customerfocus.cascade.correction;

import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.briefing.MemoMails;
import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.receipt.Reattestations;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells someone who had answered a memo what has changed in it, and asks for a new answer. Its
 * subject is the attestation of the earlier answer. Who has answered again before the mail goes out
 * gets none.
 */
@Component
class MemoChangedRenderer implements NoticeRenderer {

  static final String KIND = "memo-changed";

  /** Those of these receipts whose newest answer is one of an earlier version. */
  static final String RECIPIENTS =
      """
      select a.id as subject_id, a.person_id, p.mail as address, p.language
        from attestation a join person p on p.id = a.person_id
       where a.receipt_id in (:receipts)
         and not exists (select 1 from attestation later
                          where later.receipt_id = a.receipt_id and later.version > a.version)
      """;

  private final Reattestations reattestations;
  private final PersonalPageService receipts;
  private final Briefings briefings;
  private final ReceiptLinks links;
  private final MemoMails letters;

  MemoChangedRenderer(
      Reattestations reattestations,
      PersonalPageService receipts,
      Briefings briefings,
      ReceiptLinks links,
      MemoMails letters) {
    this.reattestations = reattestations;
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
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    var receiptIds = reattestations.receipts(notices.stream().map(Notice::subjectId).toList());
    var memos = receipts.personalMemos(receiptIds.values());
    var managers = briefings.toBriefOnChange(receiptIds.values());
    var written = new HashMap<Long, MailContent>();
    for (var notice : notices) {
      var memo = memos.get(receiptIds.get(notice.subjectId()));
      if (memo != null && memo.askedAgain()) {
        written.put(
            notice.id(),
            letters.memoChanged(
                memo, links.urlFor(memo.receiptId()), managers.contains(memo.receiptId())));
      }
    }
    return written;
  }
}
