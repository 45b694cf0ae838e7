package com.customerfocus.cascade;

import com.customerfocus.notice.Letter;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells a manager, or whoever acts for one, that some of the team have not answered although they
 * were reminded. Its subject is the briefing, its occasion the day.
 */
@Component
class TeamLateWriter implements NoticeWriter {

  static final String KIND = "team-late";

  private final Reminders reminders;
  private final ReminderLetters letters;

  TeamLateWriter(Reminders reminders, ReminderLetters letters) {
    this.reminders = reminders;
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, Letter> write(Collection<Notice> notices) {
    var written = new HashMap<Long, Letter>();
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
