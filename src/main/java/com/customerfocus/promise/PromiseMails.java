package com.customerfocus.promise;

import com.customerfocus.link.ProgramAddress;
import com.customerfocus.notice.MailContent;
import com.customerfocus.worktime.WorkingTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts what happened to a promise into a mail, in the reader's language. */
@Component
class PromiseMails {

  private final MessageSource messages;
  private final ITemplateEngine templates;
  private final WorkingTime workingTime;
  private final String tasklist;

  PromiseMails(
      MessageSource messages,
      ITemplateEngine templates,
      WorkingTime workingTime,
      ProgramAddress program) {
    this.messages = messages;
    this.templates = templates;
    this.workingTime = workingTime;
    this.tasklist = program.tasklist();
  }

  MailContent news(PromiseNews news, String language) {
    var locale = Locale.forLanguageTag(language);
    var words = new MessageSourceAccessor(messages, locale);
    var time =
        DateTimeFormatter.ofPattern(words.getMessage("memo.time"), locale)
            .withZone(workingTime.calendar(news.site()).zone());
    var key = "promise.mail." + news.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    var arguments =
        new Object[] {
          news.promiserName(),
          news.receiverName(),
          time.format(news.due()),
          news.newDue() == null ? "" : time.format(news.newDue())
        };
    var isTask =
        news.kind() == PromiseEvent.Kind.AT_RISK || news.kind() == PromiseEvent.Kind.ESCALATED;
    var subject =
        words.getMessage(
            key + ".subject",
            new Object[] {news.promiserName(), PromiseTexts.inShort(news.what())});
    var greeting = words.getMessage("memo.mail.greeting", new Object[] {news.readerName()});
    var intro = words.getMessage(key + ".intro", arguments);
    var ask = words.getMessage(key + ".ask", arguments);
    var automatic = words.getMessage("promise.mail.automatic");

    var text = new ArrayList<String>();
    text.add(greeting);
    text.add(intro);
    text.add("“" + news.what() + "”");
    if (news.word() != null) {
      text.add(words.getMessage("promise.mail.word", new Object[] {news.promiserName()}));
      text.add("“" + news.word() + "”");
    }
    text.add(ask);
    if (isTask) {
      text.add(words.getMessage("briefing.mail.open") + ":\n" + tasklist);
    }
    text.add(automatic);

    var model = new Context(locale);
    model.setVariable("title", subject);
    model.setVariable("greeting", greeting);
    model.setVariable("intro", intro);
    model.setVariable("news", news);
    model.setVariable("ask", ask);
    model.setVariable("automatic", automatic);
    if (isTask) {
      model.setVariable("tasklist", tasklist);
    }
    return new MailContent(
        subject, String.join("\n\n", text) + "\n", templates.process("promise/news-letter", model));
  }
}
