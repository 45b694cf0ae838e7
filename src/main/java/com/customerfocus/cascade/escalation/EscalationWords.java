package com.customerfocus.cascade.escalation;

import com.customerfocus.cascade.escalation.Escalation.Participant;
import com.customerfocus.text.Words;
import com.customerfocus.worktime.WorkingTime;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What mails and Tasklist say of a briefing that is overdue. */
@Component
class EscalationWords {

  private final MessageSource messages;
  private final WorkingTime workingTime;

  EscalationWords(MessageSource messages, WorkingTime workingTime) {
    this.messages = messages;
    this.workingTime = workingTime;
  }

  private Words words(String site, Locale language) {
    return new Words(messages, language, workingTime.calendar(site).zone());
  }

  /** The day at this site. */
  public String day(Instant instant, String site, Locale language) {
    return words(site, language).day(instant);
  }

  /**
   * Why the person who is to hold the briefing has it, or has it still; plain text for Tasklist.
   *
   * @param site where that person works
   */
  String inTask(Escalation escalation, String title, String site) {
    var words = words(site, Locale.ENGLISH);
    return switch (escalation.outcome()) {
      case EXTENDED -> extended(words, escalation, title) + " " + note(words, escalation);
      case TAKEN_OVER -> own(words, escalation, title);
      default -> handed(words, escalation, title) + " " + note(words, escalation);
    };
  }

  /**
   * What was done, for the record in Tasklist; plain text.
   *
   * @param site where the reader works
   */
  public String done(Escalation it, String site) {
    var words = words(site, Locale.ENGLISH);
    var asked = it.escalatedTo().name();
    var then =
        switch (it.outcome()) {
          case EXTENDED ->
              "%s gave %s until %s: “%s”"
                  .formatted(
                      name(words, it.decidedBy()),
                      it.inCharge().name(),
                      words.day(it.newDue()),
                      it.note());
          case TAKEN_OVER, HANDED_OVER ->
              "%s handed it to %s, due on %s: “%s”"
                  .formatted(
                      name(words, it.decidedBy()),
                      name(words, it.handedTo()),
                      words.day(it.newDue()),
                      it.note());
          default -> "no answer.";
        };
    return "%s: %s was asked; %s".formatted(words.day(it.escalatedAt()), asked, then);
  }

  /** To the person in charge: there is more time. */
  static String extended(Words words, Escalation it, Object title) {
    return words.say(
        "escalation.extended",
        title,
        words.day(it.due()),
        name(words, it.decidedBy()),
        it.newDue());
  }

  /** To the person who was in charge: another one holds the briefing. */
  static String taken(Words words, Escalation it, Object title) {
    return words.say(
        "escalation.taken", title, words.day(it.due()), name(words, it.handedTo()), it.newDue());
  }

  /** To the person who is to hold the briefing in the manager's place. */
  static String handed(Words words, Escalation it, Object title) {
    return words.say(
        "escalation.handed",
        it.manager().name(),
        title,
        words.day(it.due()),
        name(words, it.decidedBy()),
        it.newDue());
  }

  private static String own(Words words, Escalation it, Object title) {
    return words.say(
        "escalation.own", it.manager().name(), title, words.day(it.due()), it.newDue());
  }

  /** The reason given. */
  static String note(Words words, Escalation it) {
    return words.say("escalation.note", name(words, it.decidedBy()), it.note());
  }

  /** An administrator need not be one of the organization's people. */
  private static String name(Words words, Participant person) {
    return person == null ? words.say("escalation.administrator") : person.name();
  }
}
