package com.customerfocus.cascade.correction;

import com.customerfocus.cascade.CascadeTexts;
import com.customerfocus.cascade.CorrectionKind;
import com.customerfocus.cascade.MemoChange;
import com.customerfocus.cascade.MemoChanges;
import com.customerfocus.cascade.MemoVersion;
import com.customerfocus.cascade.MemoVersions;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.text.TextChange.Piece;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** What forms in Tasklist show of corrections, as HTML in which everything people wrote is safe. */
@Service
@Transactional(readOnly = true)
public class CorrectionTexts {

  private final MemoVersions versions;
  private final Briefings briefings;
  private final MemoChanges changes;
  private final CascadeTexts texts;

  CorrectionTexts(
      MemoVersions versions, Briefings briefings, MemoChanges changes, CascadeTexts texts) {
    this.versions = versions;
    this.briefings = briefings;
    this.changes = changes;
    this.texts = texts;
  }

  /** The correction that is to be reviewed: its kind and what it changes, in each language. */
  public String correctionHtml(long cascadeId) {
    return versions
        .draft(cascadeId)
        .map(draft -> CascadeTexts.asOneBlock(correctionHtml(cascadeId, draft)))
        .orElse("");
  }

  private String correctionHtml(long cascadeId, MemoVersion draft) {
    var published = versions.published(cascadeId);
    var both = List.of(published.get(published.size() - 1), draft);
    var html = new StringBuilder();
    html.append("<h2>").append(escaped(draft.title())).append("</h2><p><strong>");
    html.append(
        draft.kind() == CorrectionKind.MATERIAL
            ? "A material correction: everyone who has answered is asked again."
            : "An editorial correction: everyone sees the new text, nobody is asked again.");
    html.append("</strong></p>");
    html.append(html(changes.of(both, false)));
    if (draft.bodyEs() != null || both.get(0).bodyEs() != null) {
      html.append("<h3>In Spanish</h3>").append(html(changes.of(both, true)));
    }
    return html.toString();
  }

  /** What a manager is to brief the team on, and the whole memo below it. */
  public String changeHtml(long briefingId) {
    var memo = briefings.memo(briefingId);
    var change = changes.between(memo.cascadeId(), memo.known(), memo.version(), memo.spanish());
    return CascadeTexts.asOneBlock("<h2>" + escaped(memo.title()) + "</h2>" + html(change))
        + CascadeTexts.asOneBlock("<hr><p><strong>The whole memo as it is now:</strong></p>")
        + texts.wholeMemoHtml(briefingId);
  }

  private String html(MemoChange change) {
    var html = new StringBuilder();
    change.words().forEach(words -> html.append("<p>").append(escaped(words)).append("</p>"));
    if (change.texts().isEmpty()) {
      return html.append("<p>The words are the same; what is new is how they are set.</p>")
          .toString();
    }
    change
        .texts()
        .forEach(
            text ->
                html.append("<p>")
                    .append(html("Before", text.before()))
                    .append(text.before().isEmpty() || text.after().isEmpty() ? "" : "<br>")
                    .append(html("Now", text.after()))
                    .append("</p>"));
    return html.toString();
  }

  private static String html(String when, List<Piece> pieces) {
    return pieces.isEmpty() ? "" : "<em>" + when + ":</em> " + html(pieces);
  }

  private static String html(List<Piece> pieces) {
    var html = new StringBuilder();
    pieces.forEach(
        piece ->
            html.append(piece.changed() ? "<strong>" : "")
                .append(escaped(piece.text()))
                .append(piece.changed() ? "</strong>" : ""));
    return html.toString();
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
