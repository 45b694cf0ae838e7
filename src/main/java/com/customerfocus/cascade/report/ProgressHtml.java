package com.customerfocus.cascade.report;

import com.customerfocus.cascade.CascadeTexts;
import com.customerfocus.cascade.commitment.Commitments;
import com.customerfocus.cascade.culture.Culture;
import com.customerfocus.cascade.culture.CultureAttribute;
import com.customerfocus.promise.PromiseState;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** What managers reported beside their briefings, for forms in Tasklist, as HTML. */
@Service
@Transactional(readOnly = true)
public class ProgressHtml {

  /** So many attributes of a company a form shows; the API has all. */
  private static final int ATTRIBUTES_SHOWN = 20;

  private static final Map<PromiseState, String> COMMITMENTS =
      Map.of(
          PromiseState.OPEN, "Still to be kept",
          PromiseState.RENEGOTIATED, "Still to be kept, by a new date agreed in time",
          PromiseState.KEPT, "Kept",
          PromiseState.BROKEN, "Broken",
          PromiseState.WITHDRAWN, "No longer needed");

  private final Commitments commitments;
  private final Culture culture;

  ProgressHtml(Commitments commitments, Culture culture) {
    this.commitments = commitments;
    this.culture = culture;
  }

  /** What others of the manager's heritage company named most, to choose from. */
  public String suggestionsHtml(long briefingId) {
    var suggestions = culture.suggestions(briefingId);
    if (suggestions.isEmpty()) {
      return "";
    }
    var html = new StringBuilder("<p>Others who came from your company named most:</p><ul>");
    suggestions.forEach(
        named ->
            html.append("<li>%s (%d)</li>".formatted(escaped(named.attribute()), named.total())));
    return CascadeTexts.asOneBlock(html.append("</ul>"));
  }

  /** What managers promised to improve, and what made their companies successful. */
  public String summaryHtml(long cascadeId) {
    return commitmentsHtml(cascadeId) + cultureHtml(cascadeId);
  }

  /** What became of what managers promised to improve; nothing when nobody promised anything. */
  private String commitmentsHtml(long cascadeId) {
    var counts = commitments.counts(cascadeId);
    if (counts.isEmpty()) {
      return "";
    }
    var html = new StringBuilder("<h3>What managers promised to improve</h3><ul>");
    counts.forEach(
        (state, count) ->
            html.append(
                String.format(Locale.ENGLISH, "<li>%s: %,d</li>", COMMITMENTS.get(state), count)));
    return html.append("</ul>").toString();
  }

  /** What made each heritage company successful, side by side; nothing when nobody named any. */
  private String cultureHtml(long cascadeId) {
    var companies = culture.byHeritage(cascadeId);
    if (companies.isEmpty()) {
      return "";
    }
    var html = new StringBuilder("<h3>What made our companies successful</h3><table><thead><tr>");
    html.append("<th></th><th>Named by</th><th>Keep</th><th>Merge</th><th>Transform</th>");
    html.append("</tr></thead><tbody>");
    companies.forEach(
        (company, named) -> {
          html.append("<tr><th>").append(escaped(company)).append("</th></tr>");
          named.stream().limit(ATTRIBUTES_SHOWN).forEach(it -> html.append(row(it)));
        });
    return html.append("</tbody></table>").toString();
  }

  private static String row(CultureAttribute named) {
    return String.format(
        Locale.ENGLISH,
        "<tr><td>%s</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%,d</td></tr>",
        escaped(named.attribute()),
        named.total(),
        named.keep(),
        named.merge(),
        named.transform());
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
