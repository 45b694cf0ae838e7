package com.customerfocus.cascade.reminder;

import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.link.ProgramAddress;
import com.customerfocus.notice.MailContent;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Reminders as mails, in the reader's language, with times as the clock of the reader's site shows
 * them: short, what is missing, until when, and one button to where it is done.
 */
@Component
class ReminderMails {

  private final MessageSource messages;
  private final ITemplateEngine templates;
  private final WorkingTime workingTime;
  private final Clock clock;
  private final String tasklist;

  ReminderMails(
      MessageSource messages,
      ITemplateEngine templates,
      WorkingTime workingTime,
      Clock clock,
      ProgramAddress program) {
    this.messages = messages;
    this.templates = templates;
    this.workingTime = workingTime;
    this.clock = clock;
    this.tasklist = program.tasklist();
  }

  /** One mail in words. */
  private record Words(
      Locale language,
      String subject,
      String greeting,
      String intro,
      String ask,
      String open,
      String automatic) {}

  /**
   * To someone who has not answered.
   *
   * @param link the absolute address of the reader's personal page
   */
  MailContent answerPending(PersonalPageView memo, Instant due, String link) {
    var language = Locale.forLanguageTag(memo.reader().language());
    var words = new MessageSourceAccessor(messages, language);
    return letter(
        new Words(
            language,
            words.getMessage("reminder.mail.subject", new Object[] {memo.title()}),
            words.getMessage("memo.mail.greeting", new Object[] {memo.reader().name()}),
            words.getMessage("reminder.mail.intro", new Object[] {memo.senderName(), memo.title()}),
            words.getMessage(
                isPast(due) ? "reminder.mail.ask.late" : "reminder.mail.ask",
                new Object[] {until(due, memo.reader().site(), language)}),
            words.getMessage("memo.mail.open"),
            words.getMessage("memo.mail.automatic")),
        link,
        true);
  }

  /** To a manager who has not briefed the team, or whoever acts for one. */
  MailContent briefingPending(Reminders.Note note) {
    var language = Locale.forLanguageTag(note.reader().language());
    var words = new MessageSourceAccessor(messages, language);
    return letter(
        toManager(
            note,
            words.getMessage("briefing.reminder.subject", new Object[] {note.title()}),
            words.getMessage(
                note.manager() == null ? "briefing.reminder.intro" : "briefing.reminder.intro.for",
                new Object[] {note.sender(), note.title(), note.manager()}),
            words.getMessage(
                isPast(note.due()) ? "briefing.reminder.ask.late" : "briefing.reminder.ask",
                new Object[] {until(note.due(), note.reader().site(), language)})),
        tasklist,
        false);
  }

  /** To the manager, or whoever acts for one, of a team of which some were reminded in vain. */
  MailContent teamLate(Reminders.Note note) {
    var language = Locale.forLanguageTag(note.reader().language());
    var words = new MessageSourceAccessor(messages, language);
    return letter(
        toManager(
            note,
            words.getMessage("team-late.mail.subject", new Object[] {note.title()}),
            words.getMessage(
                note.manager() == null ? "team-late.mail.intro" : "team-late.mail.intro.for",
                new Object[] {note.pending(), note.title(), note.manager()}),
            words.getMessage("team-late.mail.ask")),
        tasklist,
        false);
  }

  private Words toManager(Reminders.Note note, String subject, String intro, String ask) {
    var language = Locale.forLanguageTag(note.reader().language());
    var words = new MessageSourceAccessor(messages, language);
    return new Words(
        language,
        subject,
        words.getMessage("memo.mail.greeting", new Object[] {note.reader().name()}),
        intro,
        ask,
        words.getMessage("briefing.mail.open"),
        words.getMessage("briefing.mail.automatic"));
  }

  /**
   * @param personal whether the address is the reader's alone
   */
  private MailContent letter(Words words, String address, boolean personal) {
    var text = new StringJoiner("\n\n", "", "\n");
    text.add(words.greeting()).add(words.intro()).add(words.ask());
    text.add(words.open() + ":\n" + address);
    var model = new Context(words.language());
    model.setVariable("subject", words.subject());
    model.setVariable("greeting", words.greeting());
    model.setVariable("intro", words.intro());
    model.setVariable("ask", words.ask());
    model.setVariable("open", words.open());
    model.setVariable("address", address);
    model.setVariable("automatic", words.automatic());
    if (personal) {
      text.add(
          new MessageSourceAccessor(messages, words.language()).getMessage("memo.mail.personal"));
      model.setVariable("link", address);
    }
    text.add(words.automatic());
    return new MailContent(
        words.subject(), text.toString(), templates.process("memo/reminder-letter", model));
  }

  private boolean isPast(Instant due) {
    return due.isBefore(clock.instant());
  }

  private String until(Instant due, String site, Locale language) {
    var pattern = new MessageSourceAccessor(messages, language).getMessage("memo.time");
    return DateTimeFormatter.ofPattern(pattern, language)
        .format(due.atZone(workingTime.calendar(site).zone()));
  }
}
