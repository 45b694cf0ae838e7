package com.customerfocus.cascade.briefing;

import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends someone the memo with the personal link. Its subject is the receipt. */
@Component
public class MemoArrivedRenderer implements NoticeRenderer {

  public static final String KIND = "memo-arrived";

  /** Those of a briefing's team who have no briefing of their own to hold. */
  static final String RECIPIENTS =
      """
      select r.id as subject_id, r.person_id, p.mail as address, p.language
        from briefing b
        join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
        join person p on p.id = r.person_id
       where b.id = :briefing and r.state in ('PENDING', 'BRIEFED')
         and not exists (select 1 from briefing below
                          where below.cascade_id = b.cascade_id and below.manager_id = r.person_id)
      """;

  private final RecipientMails personal;
  private final MemoMails letters;

  MemoArrivedRenderer(RecipientMails personal, MemoMails letters) {
    this.personal = personal;
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    return personal.write(notices, (notice, memo, link) -> letters.memoArrived(memo, link));
  }
}
