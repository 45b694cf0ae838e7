package com.customerfocus.cascade.escalation;

import com.customerfocus.cascade.escalation.Escalation.Participant;
import com.customerfocus.notice.MailContent;
import com.customerfocus.organization.Person;
import com.customerfocus.worktime.WorkingTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What people are told of a briefing that is overdue, in their language and on their calendar. */
@Component
public class EscalationMails {

  private final MessageSource messages;
  private final ITemplateEngine templates;
  private final WorkingTime workingTime;
  private final String tasklist;

  EscalationMails(
      MessageSource messages,
      ITemplateEngine templates,
      WorkingTime workingTime,
      @Value("${customer-focus.base-url}") String baseUrl) {
    this.messages = messages;
    this.templates = templates;
    this.workingTime = workingTime;
    this.tasklist = baseUrl.replaceFirst("/+$", "") + "/camunda/app/tasklist/default/";
  }

  /** The day at this site. */
  public String day(Instant instant, String site, Locale language) {
    return formatted(instant, "escalation.day", site, language);
  }

  private String formatted(Instant instant, String pattern, String site, Locale language) {
    return DateTimeFormatter.ofPattern(messages.getMessage(pattern, null, language), language)
        .format(instant.atZone(workingTime.calendar(site).zone()));
  }

  /**
   * Why whoever is to hold the briefing has it, or has it still; plain text for Tasklist.
   *
   * @param site where they work
   */
  String inTask(Escalation escalation, String title, String site) {
    var say = new Speech(Locale.ENGLISH, site);
    return switch (escalation.outcome()) {
      case EXTENDED -> say.extended(escalation, title) + " " + say.note(escalation);
      case TAKEN_OVER -> say.own(escalation, title);
      default -> say.handed(escalation, title) + " " + say.note(escalation);
    };
  }

  /**
   * What was done, for the record in Tasklist; plain text.
   *
   * @param site where the reader works
   */
  public String done(Escalation it, String site) {
    var say = new Speech(Locale.ENGLISH, site);
    var asked = it.escalatedTo().name();
    var then =
        switch (it.outcome()) {
          case EXTENDED ->
              "%s gave %s until %s: “%s”"
                  .formatted(
                      say.name(it.decidedBy()),
                      it.inCharge().name(),
                      say.day(it.newDue()),
                      it.note());
          case TAKEN_OVER, HANDED_OVER ->
              "%s handed it to %s, due on %s: “%s”"
                  .formatted(
                      say.name(it.decidedBy()),
                      say.name(it.handedTo()),
                      say.day(it.newDue()),
                      it.note());
          default -> "no answer.";
        };
    return "%s: %s was asked; %s".formatted(say.day(it.escalatedAt()), asked, then);
  }

  /**
   * Asks the reader to unblock the briefing.
   *
   * @param goesUp whether somebody else is asked when the reader does not answer
   */
  MailContent unblock(Escalation escalation, String title, Person reader, boolean goesUp) {
    var say = new Speech(reader);
    var text = new ArrayList<String>();
    text.add(
        say.message(
            "escalation.unblock", escalation.manager().name(), title, say.day(escalation.due())));
    if (!escalation.inCharge().equals(escalation.manager())) {
      text.add(say.message("escalation.in-place", escalation.inCharge().name()));
    }
    text.add(say.message("escalation.unblock.ask", say.time(escalation.answerBy())));
    if (goesUp) {
      text.add(say.message("escalation.unblock.up"));
    }
    return letter(say.message("escalation.unblock.subject", title), text, reader, true);
  }

  /** Tells whoever was in charge what was decided. */
  MailContent decided(Escalation escalation, String title, Person reader) {
    var say = new Speech(reader);
    var extended = escalation.outcome() == EscalationOutcome.EXTENDED;
    return letter(
        say.message(extended ? "escalation.extended.subject" : "escalation.taken.subject", title),
        List.of(
            extended ? say.extended(escalation, title) : say.taken(escalation, title),
            say.note(escalation)),
        reader,
        extended);
  }

  /** Asks the reader to brief somebody else's team. */
  MailContent handed(Escalation escalation, String title, Person reader) {
    var say = new Speech(reader);
    return letter(
        say.message("escalation.handed.subject", escalation.manager().name()),
        List.of(say.handed(escalation, title), say.note(escalation)),
        reader,
        true);
  }

  private MailContent letter(
      String subject, List<String> text, Person reader, boolean asksForMore) {
    var say = new Speech(reader);
    var model = new Context(say.language);
    model.setVariable("subject", subject);
    model.setVariable("reader", reader);
    model.setVariable("text", text);
    model.setVariable("tasklist", asksForMore ? tasklist : null);
    var plain = new ArrayList<String>();
    plain.add(say.message("memo.mail.greeting", reader.name()));
    plain.addAll(text);
    if (asksForMore) {
      plain.add(say.message("briefing.mail.open") + ":\n" + tasklist);
    }
    plain.add(say.message("briefing.mail.automatic"));
    return new MailContent(
        subject,
        String.join("\n\n", plain) + "\n",
        templates.process("memo/escalation-letter", model));
  }

  /** Sentences in one language, with the days of one site. */
  private class Speech {

    private final Locale language;
    private final String site;
    private final MessageSourceAccessor words;

    Speech(Person reader) {
      this(Locale.forLanguageTag(reader.language()), reader.site());
    }

    Speech(Locale language, String site) {
      this.language = language;
      this.site = site;
      this.words = new MessageSourceAccessor(messages, language);
    }

    String message(String key, Object... values) {
      return words.getMessage(key, values);
    }

    public String day(Instant instant) {
      return EscalationMails.this.day(instant, site, language);
    }

    /** The moment, with the name of the zone, for whoever has to do something by then. */
    String time(Instant instant) {
      return formatted(instant, "memo.time", site, language);
    }

    String extended(Escalation it, String title) {
      return message(
          "escalation.extended", title, day(it.due()), name(it.decidedBy()), time(it.newDue()));
    }

    String taken(Escalation it, String title) {
      return message(
          "escalation.taken", title, day(it.due()), name(it.handedTo()), time(it.newDue()));
    }

    String handed(Escalation it, String title) {
      return message(
          "escalation.handed",
          it.manager().name(),
          title,
          day(it.due()),
          name(it.decidedBy()),
          time(it.newDue()));
    }

    String own(Escalation it, String title) {
      return message(
          "escalation.own", it.manager().name(), title, day(it.due()), time(it.newDue()));
    }

    String note(Escalation it) {
      return message("escalation.note", name(it.decidedBy()), it.note());
    }

    /** An administrator need not be one of the organization's people. */
    private String name(Participant participant) {
      return participant == null ? message("escalation.administrator") : participant.name();
    }
  }
}
