package com.customerfocus.cascade.question;

import com.customerfocus.cascade.briefing.MemoMails;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.question.QuestionAnsweredRenderer.Answered;
import com.customerfocus.cascade.question.QuestionAskedRenderer.Waiting;
import com.customerfocus.link.ProgramAddress;
import com.customerfocus.notice.MailContent;
import com.customerfocus.text.Markdown;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts questions and answers into mails, in the reader's language. */
@Component
class QuestionMails {

  private final Markdown markdown;
  private final MessageSource messages;
  private final ITemplateEngine templates;
  private final WorkingTime workingTime;
  private final Clock clock;
  private final String tasklist;

  QuestionMails(
      Markdown markdown,
      MessageSource messages,
      ITemplateEngine templates,
      WorkingTime workingTime,
      Clock clock,
      ProgramAddress program) {
    this.markdown = markdown;
    this.messages = messages;
    this.templates = templates;
    this.workingTime = workingTime;
    this.clock = clock;
    this.tasklist = program.tasklist();
  }

  /**
   * The mail that asks a manager to answer.
   *
   * @param waiting at least one question, all about one memo
   */
  MailContent asked(List<Waiting> waiting, String language) {
    var locale = Locale.forLanguageTag(language);
    var words = new MessageSourceAccessor(messages, locale);
    var first = waiting.get(0);
    var number = waiting.size() == 1 ? "one" : "many";
    var day =
        DateTimeFormatter.ofPattern(words.getMessage("question.day"), locale)
            .format(first.due().atZone(workingTime.calendar(first.site()).zone()));
    var subject =
        words.getMessage("question.asked." + number + ".subject", new Object[] {first.title()});
    var intro =
        words.getMessage(
            "question.asked." + number + ".intro",
            new Object[] {first.askedBy(), first.title(), waiting.size()});
    var ask =
        words.getMessage(
            first.due().isAfter(clock.instant()) ? "question.asked.ask" : "question.asked.overdue",
            new Object[] {day});
    var text = new StringJoiner("\n\n", "", "\n");
    text.add(words.getMessage("memo.mail.greeting", new Object[] {first.recipient()}));
    text.add(intro);
    waiting.forEach(question -> text.add("> " + question.text().replace("\n", "\n> ")));
    text.add(ask);
    text.add(words.getMessage("briefing.mail.open") + ":\n" + tasklist);
    text.add(words.getMessage("question.mail.automatic"));
    var model = new Context(locale);
    model.setVariable("memo", first);
    model.setVariable("subject", subject);
    model.setVariable("intro", intro);
    model.setVariable("ask", ask);
    model.setVariable("waiting", waiting);
    model.setVariable("tasklist", tasklist);
    return new MailContent(
        subject, text.toString(), templates.process("memo/question-asked-letter", model));
  }

  /**
   * The mail that brings an answer.
   *
   * @param link the absolute address of the reader's personal page
   */
  MailContent answered(PersonalPageView memo, Answered answered, String link) {
    var locale = Locale.forLanguageTag(memo.reader().language());
    var words = new MessageSourceAccessor(messages, locale);
    var subject = words.getMessage("question.answered.subject", new Object[] {memo.title()});
    var text = new StringJoiner("\n\n", "", "\n");
    text.add(words.getMessage("memo.mail.greeting", new Object[] {memo.reader().name()}));
    text.add(
        words.getMessage(
            "question.answered.asked", new Object[] {answered.askedBy(), memo.title()}));
    text.add("> " + answered.text().replace("\n", "\n> "));
    text.add(words.getMessage("question.answered.answers", new Object[] {answered.answeredBy()}));
    text.add(markdown.toText(answered.answer()));
    text.add(words.getMessage("question.answered.page") + "\n" + link);
    text.add(words.getMessage("memo.mail.personal"));
    text.add(words.getMessage("memo.mail.automatic"));
    var model = new Context(locale);
    model.setVariable("memo", memo);
    model.setVariable("question", answered);
    model.setVariable("answer", markdown.toHtml(answered.answer(), MemoMails.STYLES));
    model.setVariable("link", link);
    return new MailContent(
        subject, text.toString(), templates.process("memo/question-answered-letter", model));
  }
}
