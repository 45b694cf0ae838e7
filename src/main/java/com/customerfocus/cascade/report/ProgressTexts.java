package com.customerfocus.cascade.report;

import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.commitment.Commitments;
import com.customerfocus.cascade.culture.Culture;
import com.customerfocus.cascade.culture.CultureAttribute;
import com.customerfocus.text.FormHtml;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms in Tasklist show of how a cascade goes, as HTML. */
@Service
@Transactional(readOnly = true)
public class ProgressTexts {

  /** A form shows this many attributes of a company at most; the API has all. */
  private static final int ATTRIBUTES_SHOWN = 20;

  private final CascadeReports reports;
  private final Briefings briefings;
  private final Commitments commitments;
  private final Culture culture;
  private final WorkingTime workingTime;
  private final FormHtml html;
  private final Clock clock;

  ProgressTexts(
      CascadeReports reports,
      Briefings briefings,
      Commitments commitments,
      Culture culture,
      WorkingTime workingTime,
      FormHtml html,
      Clock clock) {
    this.reports = reports;
    this.briefings = briefings;
    this.commitments = commitments;
    this.culture = culture;
    this.workingTime = workingTime;
    this.html = html;
    this.clock = clock;
  }

  /**
   * How far the cascade has come, which briefings are late, the latest first, and what managers
   * reported beside their briefings.
   */
  public String progressHtml(long cascadeId) {
    return reports
        .figures(cascadeId)
        .map(
            figures ->
                html.of(
                    "progress",
                    Locale.ENGLISH,
                    Map.of(
                        "figures", figures,
                        "late", briefings.overdue(cascadeId, clock.instant()),
                        "programs", reports.perhapsByPrograms(cascadeId),
                        "workingTime", workingTime,
                        "commitments", commitments.counts(cascadeId),
                        "culture", cultureShown(cascadeId))))
        .orElse("");
  }

  private Map<String, List<CultureAttribute>> cultureShown(long cascadeId) {
    var shown = new TreeMap<>(culture.byHeritage(cascadeId));
    shown.replaceAll((company, named) -> named.stream().limit(ATTRIBUTES_SHOWN).toList());
    return shown;
  }
}
