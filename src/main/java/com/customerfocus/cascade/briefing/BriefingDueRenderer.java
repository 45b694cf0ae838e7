package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.receipt.ReceiptMemo;
import com.customerfocus.cascade.receipt.ReceiptMemos;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Tells a manager that there is a team to brief, with the personal link to the memo. Its subject is
 * the manager's own receipt.
 */
@Component
public class BriefingDueRenderer extends MailRenderer<BriefingDueRenderer.Due> {

  public static final String KIND = "briefing-due";

  /** Those of a briefing's team who have a briefing of their own to hold. */
  static final String RECIPIENTS =
      """
      select r.id as subject_id, 0 as occasion, r.person_id
        from briefing below
        join receipt r on r.cascade_id = below.cascade_id and r.person_id = below.manager_id
       where below.parent_id = :briefing
      """;

  /**
   * @param until when the team is to be briefed
   */
  record Due(ReceiptMemo memo, Instant until) {}

  private final Briefings briefings;
  private final ReceiptMemos memos;

  BriefingDueRenderer(MailComposer mails, Briefings briefings, ReceiptMemos memos) {
    super(KIND, mails);
    this.briefings = briefings;
    this.memos = memos;
  }

  @Override
  protected Function<Notice, Due> find(Collection<Notice> notices) {
    var due = briefings.dueByReceipt(subjects(notices));
    var found = memos.find(due.keySet());
    return notice -> {
      var memo = found.get(notice.subjectId());
      return memo == null ? null : new Due(memo, due.get(notice.subjectId()));
    };
  }

  @Override
  protected void write(Mail mail, Due due) {
    var memo = due.memo();
    mail.subject("briefing.mail.subject", memo.title())
        .paragraph("briefing.mail.intro", memo.sender(), memo.title())
        .paragraph("briefing.mail.ask", due.until())
        .tasksButton()
        .link("briefing.mail.read", memo.link())
        .footer("memo.mail.personal")
        .footer("briefing.mail.automatic");
  }
}
