package com.customerfocus.cascade.briefing;

import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells a manager that there is a team to brief, with the personal link to the memo. Its subject is
 * the manager's own receipt.
 */
@Component
public class BriefingDueRenderer implements NoticeRenderer {

  public static final String KIND = "briefing-due";

  /** Those of a briefing's team who have a briefing of their own to hold. */
  static final String RECIPIENTS =
      """
      select r.id as subject_id, r.person_id, p.mail as address, p.language
        from briefing below
        join receipt r on r.cascade_id = below.cascade_id and r.person_id = below.manager_id
        join person p on p.id = r.person_id
       where below.parent_id = :briefing
      """;

  private final Briefings briefings;
  private final RecipientMails personal;
  private final MemoMails letters;

  BriefingDueRenderer(Briefings briefings, RecipientMails personal, MemoMails letters) {
    this.briefings = briefings;
    this.personal = personal;
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    var due = briefings.dueByReceipt(notices.stream().map(Notice::subjectId).toList());
    return personal.write(
        notices.stream().filter(notice -> due.containsKey(notice.subjectId())).toList(),
        (notice, memo, link) -> letters.briefingDue(memo, due.get(notice.subjectId()), link));
  }
}
