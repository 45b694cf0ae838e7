package com.customerfocus.cascade.reminder;

import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells a manager, or whoever acts for one, that some of the team have not answered although they
 * were reminded. Its subject is the briefing, its occasion the day.
 */
@Component
class TeamLateRenderer implements NoticeRenderer {

  static final String KIND = "team-late";

  private final Reminders reminders;
  private final ReminderMails letters;

  TeamLateRenderer(Reminders reminders, ReminderMails letters) {
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
              if (note.pending() > 0) {
                written.put(notice, letters.teamLate(note));
              }
            });
    return written;
  }
}
