package com.customerfocus.cascade.reminder;

import com.customerfocus.cascade.briefing.BriefingState;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reminds a manager, or whoever acts for one, of a team still to be briefed. Its subject is the
 * briefing, its occasion the day.
 */
@Component
class BriefingReminderRenderer implements NoticeRenderer {

  static final String KIND = "briefing-reminder";

  /** The managers of these briefings. */
  static final String MANAGERS =
      """
      select b.id as subject_id, cast(:day as bigint) as occasion, m.id as person_id,
             m.mail as address, m.language
        from briefing b join person m on m.id = b.manager_id
       where b.id in (:briefings)
      """;

  /** Somebody else who is at work for these briefings. */
  static final String SOMEBODY_ELSE =
      """
      select b.id as subject_id, cast(:day as bigint) as occasion, p.id as person_id,
             p.mail as address, p.language
        from briefing b join person p on p.id = :person
       where b.id in (:briefings)
      """;

  private final Reminders reminders;
  private final ReminderMails letters;

  BriefingReminderRenderer(Reminders reminders, ReminderMails letters) {
    this.reminders = reminders;
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    var written = new HashMap<Long, MailContent>();
    reminders
        .notes(notices)
        .forEach(
            (notice, note) -> {
              if (note.state() == BriefingState.OPEN) {
                written.put(notice, letters.briefingPending(note));
              }
            });
    return written;
  }
}
