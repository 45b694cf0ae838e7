package com.customerfocus.cascade.correction;

import com.customerfocus.cascade.MemoChange;
import com.customerfocus.cascade.MemoChanges;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.receipt.Reattestations;
import com.customerfocus.cascade.receipt.Reattestations.AskedAgain;
import com.customerfocus.cascade.receipt.ReceiptMemo;
import com.customerfocus.cascade.receipt.ReceiptMemos;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Tells a reader of an earlier version what has changed, and asks for an acknowledgement. Its
 * subject is the attestation of the earlier version. A reader who has acknowledged before the mail
 * goes out gets none.
 */
@Component
class MemoChangedRenderer extends MailRenderer<MemoChangedRenderer.Changed> {

  static final String KIND = "memo-changed";

  /** Those of these receipts whose newest attestation is of an earlier version. */
  static final String RECIPIENTS =
      """
      select a.id as subject_id, 0 as occasion, a.person_id
        from attestation a
       where a.receipt_id in (:receipts)
         and not exists (select 1 from attestation later
                          where later.receipt_id = a.receipt_id and later.version > a.version)
      """;

  /**
   * What a mail tells of.
   *
   * @param change in the reader's language
   * @param briefsTeam whether the reader is to brief a team on the change, too
   */
  record Changed(ReceiptMemo memo, MemoChange change, boolean briefsTeam) {}

  private final Reattestations reattestations;
  private final ReceiptMemos memos;
  private final MemoChanges changes;
  private final Briefings briefings;
  private final Clock clock;

  MemoChangedRenderer(
      MailComposer mails,
      Reattestations reattestations,
      ReceiptMemos memos,
      MemoChanges changes,
      Briefings briefings,
      Clock clock) {
    super(KIND, mails);
    this.reattestations = reattestations;
    this.memos = memos;
    this.changes = changes;
    this.briefings = briefings;
    this.clock = clock;
  }

  @Override
  protected Function<Notice, Changed> find(Collection<Notice> notices) {
    var asked = reattestations.askedAgain(subjects(notices), clock.instant());
    if (asked.isEmpty()) {
      return notice -> null;
    }
    var receipts = asked.values().stream().map(AskedAgain::receiptId).toList();
    var found = memos.find(receipts);
    var managers = briefings.toBriefOnChange(receipts);
    return notice -> {
      var again = asked.get(notice.subjectId());
      var memo = again == null ? null : found.get(again.receiptId());
      return memo == null
          ? null
          : new Changed(
              memo,
              changes.between(
                  again.cascadeId(),
                  again.known(),
                  again.newest(),
                  notice.recipient().language().equals("es")),
              managers.contains(again.receiptId()));
    };
  }

  @Override
  protected void write(Mail mail, Changed changed) {
    var memo = changed.memo();
    mail.subject("change.mail.subject", memo.title())
        .paragraph("change.mail.intro", memo.sender(), memo.title());
    changed.change().words().forEach(mail::quote);
    mail.paragraph("change.mail.ask").personalButton("memo.mail.open", memo.link());
    if (changed.briefsTeam()) {
      mail.section().paragraph("change.mail.team").tasksButton();
    }
    if (!changed.change().texts().isEmpty()) {
      mail.section().heading("change.title");
    }
    for (var text : changed.change().texts()) {
      var isNew = text.before().isEmpty();
      var isGone = text.after().isEmpty();
      if (!isNew) {
        mail.lineBefore(isGone ? "change.removed" : "change.before", text.before());
      }
      if (!isGone) {
        mail.lineNow(isNew ? "change.added" : "change.after", text.after());
      }
    }
    mail.footer("memo.mail.personal").footer("memo.mail.automatic");
  }
}
