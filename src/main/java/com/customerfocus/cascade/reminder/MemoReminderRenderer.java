package com.customerfocus.cascade.reminder;

import com.customerfocus.cascade.receipt.ReceiptMemo;
import com.customerfocus.cascade.receipt.ReceiptMemos;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import com.customerfocus.organization.absence.AwayNow;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Reminds a reader of a memo not acknowledged yet, with the personal link. Its subject is the
 * receipt, its occasion the day. A reader who has acknowledged since it was recorded gets none.
 */
@Component
class MemoReminderRenderer extends MailRenderer<MemoReminderRenderer.Pending> {

  static final String KIND = "memo-reminder";

  /**
   * Those of the briefings' teams who are pending, except for managers who confirm by briefing
   * their own team and are reminded of that, those whom no mail reaches, and those who are away.
   */
  static final String RECIPIENTS =
      """
      select r.id as subject_id, cast(:day as bigint) as occasion, r.person_id
        from briefing b
        join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
        join person p on p.id = r.person_id
       where b.id in (:briefings) and r.state = 'PENDING' and p.mail is not null
         and not exists (select 1 from briefing own
                          where own.cascade_id = r.cascade_id and own.manager_id = r.person_id
                            and own.state = 'OPEN')
         and not %s
      """
          .formatted(AwayNow.is("r.person_id"));

  /** Those of them who were away when their team was last reminded, and have not been since. */
  static final String RETURNED =
      RECIPIENTS
          + """
               and exists (select 1 from absence missed
                            where missed.person_id = r.person_id
                              and missed.from_at <= b.team_reminded_at
                              and coalesce(missed.ended_at, missed.until_at) > b.team_reminded_at)
               and not exists (select 1 from notice told
                                where told.kind = '%s' and told.subject_id = r.id
                                  and told.created_at >= b.team_reminded_at)
            """
              .formatted(KIND);

  /**
   * @param due until when the reader is to acknowledge
   */
  record Pending(ReceiptMemo memo, Instant due) {}

  private final Reminders reminders;
  private final ReceiptMemos memos;
  private final Clock clock;

  MemoReminderRenderer(MailComposer mails, Reminders reminders, ReceiptMemos memos, Clock clock) {
    super(KIND, mails);
    this.reminders = reminders;
    this.memos = memos;
    this.clock = clock;
  }

  @Override
  protected Function<Notice, Pending> find(Collection<Notice> notices) {
    var due = reminders.acknowledgementsDue(subjects(notices));
    var found = memos.find(due.keySet());
    return notice -> {
      var memo = found.get(notice.subjectId());
      return memo == null ? null : new Pending(memo, due.get(notice.subjectId()));
    };
  }

  @Override
  protected void write(Mail mail, Pending pending) {
    var memo = pending.memo();
    var isLate = pending.due().isBefore(clock.instant());
    mail.subject("reminder.mail.subject", memo.title())
        .paragraph("reminder.mail.intro", memo.sender(), memo.title())
        .paragraph(isLate ? "reminder.mail.ask.late" : "reminder.mail.ask", pending.due())
        .personalButton("memo.mail.open", memo.link())
        .footer("memo.mail.personal")
        .footer("memo.mail.automatic");
  }
}
