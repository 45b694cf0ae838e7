package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.link.ProgramAddress;
import com.customerfocus.notice.MailContent;
import com.customerfocus.organization.Person;
import com.customerfocus.text.Markdown;
import com.customerfocus.text.TextChange;
import com.customerfocus.worktime.WorkingTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Puts a memo into a mail, in the reader's language: the whole memo, and the link to the personal
 * page above and below it, since some mail programs cut long mails.
 */
@Component
public class MemoMails {

  private static final String RULE = "-".repeat(60);

  // Mail programs drop style sheets; what Markdown brings is styled tag by tag.
  private static final String CELL =
      "padding:6px 10px;border-bottom:1px solid #d3dcdb;vertical-align:top";
  public static final Map<String, String> STYLES =
      Map.ofEntries(
          Map.entry("p", "margin:0 0 16px"),
          Map.entry("h3", "margin:24px 0 8px;font-size:18px;line-height:1.3"),
          Map.entry("h4", "margin:24px 0 8px;font-size:17px;line-height:1.3"),
          Map.entry("h5", "margin:24px 0 8px;font-size:16px;line-height:1.3"),
          Map.entry("h6", "margin:24px 0 8px;font-size:16px;line-height:1.3"),
          Map.entry("ul", "margin:0 0 16px;padding-left:24px"),
          Map.entry("ol", "margin:0 0 16px;padding-left:24px"),
          Map.entry("a", "color:#0b5f5b"),
          Map.entry(
              "blockquote",
              "margin:0 0 16px;padding-left:14px;border-left:3px solid #d3dcdb;color:#526062"),
          Map.entry("hr", "margin:24px 0;border:0;border-top:1px solid #d3dcdb"),
          Map.entry("pre", "margin:0 0 16px;white-space:pre-wrap"),
          Map.entry("table", "margin:0 0 16px;border-collapse:collapse"),
          Map.entry("th", CELL),
          Map.entry("td", CELL));

  private final Markdown markdown;
  private final MessageSource messages;
  private final ITemplateEngine templates;
  private final WorkingTime workingTime;
  private final String tasklist;

  MemoMails(
      Markdown markdown,
      MessageSource messages,
      ITemplateEngine templates,
      WorkingTime workingTime,
      ProgramAddress program) {
    this.markdown = markdown;
    this.messages = messages;
    this.templates = templates;
    this.workingTime = workingTime;
    this.tasklist = program.tasklist();
  }

  /**
   * The mail that brings a memo to its reader.
   *
   * @param link the absolute address of the reader's personal page
   */
  MailContent memoArrived(PersonalPageView memo, String link) {
    var language = Locale.forLanguageTag(memo.reader().language());
    return new MailContent(
        subject(memo, language), text(memo, link, language), html(memo, link, language));
  }

  /**
   * The mail that asks a manager to brief the team.
   *
   * @param due until when; shown in the zone where the manager works
   * @param link the absolute address of the manager's personal page
   */
  MailContent briefingDue(PersonalPageView memo, Instant due, String link) {
    var language = Locale.forLanguageTag(memo.reader().language());
    var words = new MessageSourceAccessor(messages, language);
    var until = time(due, memo.reader(), words);
    var model = new Context(language);
    model.setVariable("memo", memo);
    model.setVariable("until", until);
    model.setVariable("tasklist", tasklist);
    model.setVariable("link", link);
    return new MailContent(
        words.getMessage("briefing.mail.subject", new Object[] {memo.title()}),
        String.join(
                "\n\n",
                words.getMessage("memo.mail.greeting", new Object[] {memo.reader().name()}),
                words.getMessage(
                    "briefing.mail.intro", new Object[] {memo.senderName(), memo.title()}),
                words.getMessage("briefing.mail.ask", new Object[] {until}),
                words.getMessage("briefing.mail.open") + ":\n" + tasklist,
                words.getMessage("briefing.mail.read") + "\n" + link,
                words.getMessage("memo.mail.personal"),
                words.getMessage("briefing.mail.automatic"))
            + "\n",
        templates.process("memo/briefing-letter", model));
  }

  /** As the clock shows it where the reader works, with the name of the zone. */
  private String time(Instant instant, Person reader, MessageSourceAccessor words) {
    return DateTimeFormatter.ofPattern(
            words.getMessage("memo.time"), Locale.forLanguageTag(reader.language()))
        .format(instant.atZone(workingTime.calendar(reader.site()).zone()));
  }

  /**
   * The mail that asks someone again who had answered an earlier version of a memo.
   *
   * @param link the absolute address of the reader's personal page
   * @param briefsTeam whether the reader is to brief a team on the change, too
   */
  public MailContent memoChanged(PersonalPageView memo, String link, boolean briefsTeam) {
    var language = Locale.forLanguageTag(memo.reader().language());
    var words = new MessageSourceAccessor(messages, language);
    var text = new StringJoiner("\n\n", "", "\n");
    text.add(words.getMessage("memo.mail.greeting", new Object[] {memo.reader().name()}));
    text.add(words.getMessage("change.mail.intro", new Object[] {memo.senderName(), memo.title()}));
    text.add(words.getMessage("change.words") + ":\n" + String.join("\n", memo.change().words()));
    text.add(words.getMessage("change.mail.ask") + "\n" + link);
    if (briefsTeam) {
      text.add(words.getMessage("change.mail.team") + "\n" + tasklist);
    }
    for (var change : memo.change().texts()) {
      text.add(comparison(change, words));
    }
    text.add(words.getMessage("memo.mail.personal"));
    text.add(words.getMessage("memo.mail.automatic"));
    var model = new Context(language);
    model.setVariable("memo", memo);
    model.setVariable("link", link);
    model.setVariable("tasklist", briefsTeam ? tasklist : null);
    return new MailContent(
        words.getMessage("change.mail.subject", new Object[] {memo.title()}),
        text.toString(),
        templates.process("memo/change-letter", model));
  }

  private static String comparison(TextChange change, MessageSourceAccessor words) {
    var before = plain(change.before());
    var after = plain(change.after());
    if (before.isEmpty()) {
      return words.getMessage("change.added") + ": " + after;
    }
    if (after.isEmpty()) {
      return words.getMessage("change.removed") + ": " + before;
    }
    return "%s: %s\n%s: %s"
        .formatted(
            words.getMessage("change.before"), before, words.getMessage("change.after"), after);
  }

  private static String plain(List<TextChange.Piece> pieces) {
    return pieces.stream().map(TextChange.Piece::text).collect(Collectors.joining());
  }

  private String subject(PersonalPageView memo, Locale language) {
    return new MessageSourceAccessor(messages, language)
        .getMessage("memo.mail.subject", new Object[] {memo.senderName(), memo.title()});
  }

  private String text(PersonalPageView memo, String link, Locale language) {
    var words = new MessageSourceAccessor(messages, language);
    var text = new StringJoiner("\n\n", "", "\n");
    text.add(words.getMessage("memo.mail.greeting", new Object[] {memo.reader().name()}));
    text.add(words.getMessage(introduction(memo), new Object[] {memo.senderName()}));
    text.add(words.getMessage("memo.mail.ask") + "\n" + link);
    text.add(RULE);
    text.add(memo.title());
    text.add(markdown.toText(memo.body()));
    if (memo.figures() != null) {
      text.add(RULE);
      text.add(words.getMessage("memo.figures") + ":");
      text.add(markdown.toText(memo.figures()));
    }
    for (var brief : memo.localBriefs()) {
      text.add(RULE);
      text.add(words.getMessage("memo.local-brief", new Object[] {brief.managerName()}) + ":");
      text.add(markdown.toText(brief.text()));
    }
    text.add(RULE);
    text.add(words.getMessage("memo.mail.again") + "\n" + link);
    text.add(words.getMessage("memo.mail.personal"));
    text.add(words.getMessage("memo.mail.automatic"));
    return text.toString();
  }

  private String html(PersonalPageView memo, String link, Locale language) {
    var model = new Context(language);
    model.setVariable("memo", memo);
    model.setVariable("link", link);
    model.setVariable("introduction", introduction(memo));
    model.setVariable("body", markdown.toHtml(memo.body(), STYLES));
    if (memo.figures() != null) {
      model.setVariable("figures", markdown.toHtml(memo.figures(), STYLES));
    }
    model.setVariable(
        "briefs",
        memo.localBriefs().stream()
            .map(
                brief -> new LocalBrief(brief.managerName(), markdown.toHtml(brief.text(), STYLES)))
            .toList());
    return templates.process("memo/letter", model);
  }

  private static String introduction(PersonalPageView memo) {
    return memo.localBriefs().isEmpty() ? "memo.mail.intro.plain" : "memo.mail.intro";
  }
}
