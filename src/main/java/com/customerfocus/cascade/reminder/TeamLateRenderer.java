package com.customerfocus.cascade.reminder;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Tells a manager, or the manager's substitute, that some of the team have not acknowledged the
 * memo although they were reminded. Its subject is the briefing, its occasion the day.
 */
@Component
class TeamLateRenderer extends MailRenderer<Reminders.Note> {

  static final String KIND = "team-late";

  private final Reminders reminders;

  TeamLateRenderer(MailComposer mails, Reminders reminders) {
    super(KIND, mails);
    this.reminders = reminders;
  }

  @Override
  protected Function<Notice, Reminders.Note> find(Collection<Notice> notices) {
    var notes = reminders.notes(subjects(notices));
    return notice -> {
      var note = notes.get(notice.subjectId());
      return note != null && note.pending() > 0 ? note : null;
    };
  }

  @Override
  protected void write(Mail mail, Reminders.Note note) {
    mail.subject("reminder.team-late.subject", note.title())
        .paragraph(
            note.isFor(mail.reader()) ? "reminder.team-late.intro" : "reminder.team-late.intro.for",
            note.pending(),
            note.title(),
            note.manager())
        .paragraph("reminder.team-late.ask")
        .tasksButton()
        .footer("briefing.mail.automatic");
  }
}
