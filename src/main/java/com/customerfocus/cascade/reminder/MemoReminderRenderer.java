package com.customerfocus.cascade.reminder;

import com.customerfocus.cascade.briefing.RecipientMails;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reminds someone of a memo not answered yet, with the personal link. Its subject is the receipt,
 * its occasion the day.
 */
@Component
class MemoReminderRenderer implements NoticeRenderer {

  static final String KIND = "memo-reminder";

  /**
   * Those of the briefings' teams who are pending, except for those who answer by briefing their
   * own team and are reminded of that, and those whom no mail reaches.
   */
  static final String RECIPIENTS =
      """
      select r.id as subject_id, cast(:day as bigint) as occasion, r.person_id, p.mail as address,
             p.language
        from briefing b
        join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
        join person p on p.id = r.person_id
       where b.id in (:briefings) and r.state = 'PENDING' and p.mail is not null
         and not exists (select 1 from briefing own
                          where own.cascade_id = r.cascade_id and own.manager_id = r.person_id
                            and own.state = 'OPEN')
      """;

  private final Reminders reminders;
  private final RecipientMails personal;
  private final ReminderMails letters;

  MemoReminderRenderer(Reminders reminders, RecipientMails personal, ReminderMails letters) {
    this.reminders = reminders;
    this.personal = personal;
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Whoever has answered since it was recorded is left in peace. */
  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    var due = reminders.answersDue(notices.stream().map(Notice::subjectId).toList());
    return personal.write(
        notices.stream().filter(notice -> due.containsKey(notice.subjectId())).toList(),
        (notice, memo, link) -> letters.answerPending(memo, due.get(notice.subjectId()), link));
  }
}
