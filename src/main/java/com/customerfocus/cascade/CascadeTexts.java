package com.customerfocus.cascade;

import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.escalation.EscalationOutcome;
import com.customerfocus.cascade.escalation.EscalationService;
import com.customerfocus.cascade.escalation.EscalationWords;
import com.customerfocus.cascade.report.CascadeFigures.Counts;
import com.customerfocus.cascade.report.CascadeReports;
import com.customerfocus.cascade.report.ProgressHtml;
import com.customerfocus.text.Markdown;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/**
 * The texts that forms in Tasklist show, as HTML. Everything people wrote goes through {@link
 * Markdown} or is escaped.
 */
@Service
@Transactional(readOnly = true)
public class CascadeTexts {

  private final Cascades cascades;
  private final Briefings briefings;
  private final CascadeReports reports;
  private final EscalationService escalations;
  private final EscalationWords words;
  private final ProgressHtml reported;
  private final MemoChanges changes;
  private final Markdown markdown;
  private final Clock clock;

  CascadeTexts(
      Cascades cascades,
      Briefings briefings,
      CascadeReports reports,
      EscalationService escalations,
      EscalationWords words,
      ProgressHtml reported,
      MemoChanges changes,
      Markdown markdown,
      Clock clock) {
    this.cascades = cascades;
    this.briefings = briefings;
    this.reports = reports;
    this.escalations = escalations;
    this.words = words;
    this.reported = reported;
    this.changes = changes;
    this.markdown = markdown;
    this.clock = clock;
  }

  /** The memo in each language it is written in. */
  public String memoHtml(long cascadeId) {
    var memo = cascades.memo(cascadeId);
    var html = new StringBuilder(section(memo.title(), memo.body()));
    if (memo.bodyEs() != null) {
      html.append("<hr>").append(section(memo.titleEs(), memo.bodyEs()));
    }
    return asOneBlock(html.append(figures(memo.figures())));
  }

  /**
   * The memo as this manager gets it: core brief and the local briefs of the line above. If it was
   * corrected, that comes first: the manager may have read it before.
   */
  public String briefingHtml(long briefingId) {
    var memo = briefings.memo(briefingId);
    var html = new StringBuilder();
    escalations
        .whyHere(briefingId)
        .ifPresent(
            why ->
                html.append("<p><strong>")
                    .append(HtmlUtils.htmlEscape(why, "UTF-8"))
                    .append("</strong></p>"));
    if (memo.known() < memo.version()) {
      html.append("<p><strong>This memo was corrected while it was on its way.</strong></p>");
      changes
          .between(memo.cascadeId(), memo.known(), memo.version(), memo.spanish())
          .words()
          .forEach(
              text ->
                  html.append("<p>").append(HtmlUtils.htmlEscape(text, "UTF-8")).append("</p>"));
    }
    return asOneBlock(html.append(wholeMemo(briefingId, memo)));
  }

  /** The same without a word about corrections. */
  public String wholeMemoHtml(long briefingId) {
    return asOneBlock(wholeMemo(briefingId, briefings.memo(briefingId)));
  }

  private String wholeMemo(long briefingId, Briefings.Memo memo) {
    var html = new StringBuilder(section(memo.title(), memo.body()));
    html.append(figures(memo.figures()));
    briefings
        .lines(List.of(briefingId))
        .get(briefingId)
        .forEach(
            brief ->
                html.append("<h3>What ")
                    .append(HtmlUtils.htmlEscape(brief.managerName(), "UTF-8"))
                    .append(" adds</h3>")
                    .append(markdown.toHtml(brief.text())));
    return html.toString();
  }

  /** What is overdue, and what was done about it so far. */
  public String overdueHtml(long escalationId) {
    var story = escalations.story(escalationId);
    var briefing = story.briefing();
    var html =
        new StringBuilder("<p>The team of <strong>")
            .append(HtmlUtils.htmlEscape(briefing.manager().name(), "UTF-8"))
            .append("</strong>, ")
            .append(briefing.team() == 1 ? "one person" : briefing.team() + " people")
            .append(", was to be briefed on <strong>")
            .append(HtmlUtils.htmlEscape(briefing.title(), "UTF-8"))
            .append("</strong> by ")
            .append(words.day(briefing.due(), story.site(), Locale.ENGLISH))
            .append(". Nobody has recorded it, so the memo goes no further there.</p>");
    if (!briefing.inCharge().equals(briefing.manager())) {
      html.append("<p>")
          .append(HtmlUtils.htmlEscape(briefing.inCharge().name(), "UTF-8"))
          .append(" was to do it in their place.</p>");
    }
    var done =
        story.escalations().stream()
            .filter(escalation -> escalation.outcome() != EscalationOutcome.OPEN)
            .map(escalation -> words.done(escalation, story.site()))
            .toList();
    if (!done.isEmpty()) {
      html.append("<h3>What was done so far</h3><ul>");
      done.forEach(
          line -> html.append("<li>").append(HtmlUtils.htmlEscape(line, "UTF-8")).append("</li>"));
      html.append("</ul>");
    }
    return asOneBlock(html);
  }

  /** How far the cascade has come. */
  public String progressHtml(long cascadeId) {
    return reports
        .figures(cascadeId)
        .map(
            figures ->
                asOneBlock(
                    "<table><thead><tr><th></th><th>People</th><th>Acknowledged</th>"
                        + "<th>Briefed</th><th>Pending</th><th>Excused</th><th>Lapsed</th></tr>"
                        + "</thead><tbody>"
                        + rows("In all", Map.of("Everyone", figures.total()))
                        + rows("By department", figures.byDepartment())
                        + rows("By heritage company", figures.byHeritage())
                        + rows("By level below the launcher", figures.byLevel())
                        + "</tbody></table>"
                        + overdue(cascadeId)
                        + reported.summaryHtml(cascadeId)))
        .orElse("");
  }

  /** Who is late, the latest first. */
  private String overdue(long cascadeId) {
    var late = briefings.overdue(cascadeId, clock.instant());
    if (late.isEmpty()) {
      return "";
    }
    var html =
        new StringBuilder("<h3>Overdue briefings: ")
            .append(String.format(Locale.ENGLISH, "%,d", late.get(0).inAll()))
            .append("</h3><ul>");
    late.forEach(
        one ->
            html.append("<li>")
                .append(HtmlUtils.htmlEscape(one.name(), "UTF-8"))
                .append(", due on ")
                .append(words.day(one.due(), one.site(), Locale.ENGLISH))
                .append("</li>"));
    if (late.size() < late.get(0).inAll()) {
      html.append("<li>…</li>");
    }
    return html.append("</ul>").toString();
  }

  /**
   * A form's text component reads Markdown, and passes on a block of HTML as it is as long as no
   * line in it is blank.
   */
  public static String asOneBlock(CharSequence html) {
    return "<div>" + html.toString().strip().replace("\n", "&#10;") + "</div>";
  }

  private String section(String title, String body) {
    return "<h2>" + HtmlUtils.htmlEscape(title, "UTF-8") + "</h2>" + markdown.toHtml(body);
  }

  private String figures(String figures) {
    return figures == null ? "" : "<h3>Our figures</h3>" + markdown.toHtml(figures);
  }

  private static String rows(String title, Map<?, Counts> rows) {
    var html = new StringBuilder("<tr><th>").append(title).append("</th></tr>");
    rows.forEach(
        (name, counts) ->
            html.append("<tr><td>")
                .append(HtmlUtils.htmlEscape(String.valueOf(name), "UTF-8"))
                .append(cells(counts))
                .append("</tr>"));
    return html.toString();
  }

  private static String cells(Counts counts) {
    return String.format(
        Locale.ENGLISH,
        "</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%,d</td>",
        counts.audience(),
        counts.acknowledged(),
        counts.briefed(),
        counts.pending(),
        counts.excused(),
        counts.lapsed());
  }
}
