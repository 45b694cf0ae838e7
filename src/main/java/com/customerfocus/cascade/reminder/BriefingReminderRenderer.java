package com.customerfocus.cascade.reminder;

import com.customerfocus.cascade.briefing.BriefingState;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import com.customerfocus.organization.absence.AwayNow;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Reminds a manager, or the manager's substitute, of a team still to be briefed. Its subject is the
 * briefing, its occasion the day.
 */
@Component
class BriefingReminderRenderer extends MailRenderer<Reminders.Note> {

  static final String KIND = "briefing-reminder";

  /** The managers of these briefings, unless they are away and have no substitute. */
  static final String MANAGERS =
      """
      select id as subject_id, cast(:day as bigint) as occasion, manager_id as person_id
        from briefing where id in (:briefings) and not %s
      """
          .formatted(AwayNow.is("briefing.manager_id"));

  /** Another person who has the tasks of these briefings, unless that person is away, too. */
  static final String SUBSTITUTE =
      """
      select id as subject_id, cast(:day as bigint) as occasion,
             cast(:person as varchar(64)) as person_id
        from briefing where id in (:briefings) and not %s
      """
          .formatted(AwayNow.is("cast(:person as varchar(64))"));

  private final Reminders reminders;
  private final Clock clock;

  BriefingReminderRenderer(MailComposer mails, Reminders reminders, Clock clock) {
    super(KIND, mails);
    this.reminders = reminders;
    this.clock = clock;
  }

  @Override
  protected Function<Notice, Reminders.Note> find(Collection<Notice> notices) {
    var notes = reminders.notes(subjects(notices));
    return notice -> {
      var note = notes.get(notice.subjectId());
      return note != null && note.state() == BriefingState.OPEN ? note : null;
    };
  }

  @Override
  protected void write(Mail mail, Reminders.Note note) {
    var isLate = note.due().isBefore(clock.instant());
    mail.subject("reminder.briefing.subject", note.title())
        .paragraph(
            note.isFor(mail.reader()) ? "reminder.briefing.intro" : "reminder.briefing.intro.for",
            note.sender(),
            note.title(),
            note.manager())
        .paragraph(isLate ? "reminder.briefing.ask.late" : "reminder.briefing.ask", note.due())
        .tasksButton()
        .footer("briefing.mail.automatic");
  }
}
