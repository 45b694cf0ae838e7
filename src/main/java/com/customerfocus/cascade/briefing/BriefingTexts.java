package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.MemoChanges;
import com.customerfocus.cascade.culture.Culture;
import com.customerfocus.text.FormHtml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the form of a briefing shows in Tasklist, as HTML in the manager's language. */
@Service
@Transactional(readOnly = true)
public class BriefingTexts {

  private final Briefings briefings;
  private final BriefingLine line;
  private final MemoChanges changes;
  private final BriefingRemark remarks;
  private final Culture culture;
  private final FormHtml html;

  BriefingTexts(
      Briefings briefings,
      BriefingLine line,
      MemoChanges changes,
      BriefingRemark remarks,
      Culture culture,
      FormHtml html) {
    this.briefings = briefings;
    this.line = line;
    this.changes = changes;
    this.remarks = remarks;
    this.culture = culture;
    this.html = html;
  }

  /**
   * The memo as this manager gets it: core brief and the local briefs of the line above. If it was
   * corrected, that comes first: the manager may have read it before.
   */
  public String briefingHtml(long briefingId) {
    var memo = briefings.memo(briefingId);
    var change =
        Optional.of(memo)
            .filter(it -> it.known() < it.version())
            .map(it -> changes.between(it.cascadeId(), it.known(), it.version(), it.spanish()));
    return html.of(
        "briefing",
        memo.language(),
        Map.of(
            "why",
            remarks.remark(briefingId),
            "change",
            change,
            "memo",
            memo,
            "lines",
            lines(briefingId)));
  }

  /** What a manager is to brief the team on who had briefed it before, and the whole memo. */
  public String changeHtml(long briefingId) {
    var memo = briefings.memo(briefingId);
    return html.of(
        "change",
        memo.language(),
        Map.of(
            "change",
            changes.between(memo.cascadeId(), memo.known(), memo.version(), memo.spanish()),
            "memo",
            memo,
            "lines",
            lines(briefingId)));
  }

  /** What others of the manager's heritage company named most, to choose from. */
  public String suggestionsHtml(long briefingId) {
    var suggestions = culture.suggestions(briefingId);
    return suggestions.isEmpty()
        ? ""
        : html.of(
            "suggestions",
            briefings.memo(briefingId).language(),
            Map.of("suggestions", suggestions));
  }

  private List<LocalBrief> lines(long briefingId) {
    return line.localBriefs(List.of(briefingId)).get(briefingId);
  }
}
