package com.customerfocus.promise;

import com.customerfocus.deadline.PersonalDueDates;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** What forms in Tasklist show of a promise, as HTML; everything people wrote is escaped. */
@Service
@Transactional(readOnly = true)
public class PromiseTexts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm zzz", Locale.ENGLISH);

  /** Characters of a promise in the name of a task or the subject of a mail. */
  private static final int SHORT = 80;

  private final Promises promises;
  private final PersonalDueDates days;

  PromiseTexts(Promises promises, PersonalDueDates days) {
    this.promises = promises;
    this.days = days;
  }

  /** What was promised to whom by when, and what happened to it so far. */
  public String promiseHtml(long promiseId) {
    var promise = promises.find(promiseId).orElseThrow();
    var time = TIME.withZone(days.calendar(promise.madeBy().id()).zone());
    var html = new StringBuilder("<table><tbody>");
    row(html, "Promise", promise.what());
    row(html, "Made by", promise.madeBy().label());
    row(html, "Made to", promise.madeTo().label());
    row(html, "Due", time.format(promise.due()));
    html.append("</tbody></table>");
    var events = promises.events(promiseId);
    if (events.size() > 1) {
      html.append("<h4>What happened so far</h4><ul>");
      events.forEach(event -> html.append("<li>").append(line(event, time)).append("</li>"));
      html.append("</ul>");
    }
    // A form's text component passes on a block of HTML as long as no line in it is blank.
    return "<div>" + html + "</div>";
  }

  private static void row(StringBuilder html, String label, String text) {
    html.append("<tr><th>%s</th><td>%s</td></tr>".formatted(label, escaped(text)));
  }

  private static String line(PromiseEvent event, DateTimeFormatter time) {
    var said = event.word() == null ? "" : ": “" + escaped(event.word()) + "”";
    return time.format(event.at()) + ": " + what(event, time) + said;
  }

  private static String what(PromiseEvent event, DateTimeFormatter time) {
    return switch (event.kind()) {
      case MADE -> "promised for " + time.format(event.newDue());
      case AT_RISK -> "asked whether it is on track";
      case CONFIRMED -> "on track";
      case RENEGOTIATED -> "new date agreed, " + time.format(event.newDue());
      case KEPT -> "kept";
      case WITHDRAWN -> "no longer needed";
      case BROKEN -> "broken: the date has passed";
      case ESCALATED -> "given to a manager to review";
      case REVIEWED -> "reviewed";
      case LATE -> "delivered late";
    };
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8").replaceAll("\\R", "<br>");
  }

  /** What was promised on one line, cut where it is long. */
  public static String inShort(String what) {
    var line = what.replaceAll("\\s+", " ").strip();
    if (line.codePointCount(0, line.length()) <= SHORT) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, SHORT - 1)) + "…";
  }
}
