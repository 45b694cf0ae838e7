package com.customerfocus.cascade;

import com.customerfocus.cascade.CascadeFigures.Counts;
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
  private final Markdown markdown;

  CascadeTexts(Cascades cascades, Briefings briefings, CascadeReports reports, Markdown markdown) {
    this.cascades = cascades;
    this.briefings = briefings;
    this.reports = reports;
    this.markdown = markdown;
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

  /** The memo as this manager gets it: core brief and the local briefs of the line above. */
  public String briefingHtml(long briefingId) {
    var memo = briefings.memo(briefingId);
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
                        + "</tbody></table>"))
        .orElse("");
  }

  /**
   * A form's text component reads Markdown, and passes on a block of HTML as it is as long as no
   * line in it is blank.
   */
  static String asOneBlock(CharSequence html) {
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
