package com.customerfocus.cascade.correction;

import com.customerfocus.cascade.MemoChanges;
import com.customerfocus.cascade.MemoVersion;
import com.customerfocus.cascade.MemoVersions;
import com.customerfocus.text.FormHtml;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms in Tasklist show of corrections, as HTML. */
@Service
@Transactional(readOnly = true)
public class CorrectionTexts {

  private final MemoVersions versions;
  private final MemoChanges changes;
  private final FormHtml html;

  CorrectionTexts(MemoVersions versions, MemoChanges changes, FormHtml html) {
    this.versions = versions;
    this.changes = changes;
    this.html = html;
  }

  /** The correction that is to be reviewed: its kind and what it changes, in each language. */
  public String correctionHtml(long cascadeId) {
    return versions.draft(cascadeId).map(draft -> correctionHtml(cascadeId, draft)).orElse("");
  }

  private String correctionHtml(long cascadeId, MemoVersion draft) {
    var published = versions.published(cascadeId);
    var both = List.of(published.get(published.size() - 1), draft);
    var isInSpanish = both.stream().anyMatch(version -> version.bodyEs() != null);
    return html.of(
        "correction",
        Locale.ENGLISH,
        Map.of(
            "draft",
            draft,
            "english",
            changes.of(both, false),
            "spanish",
            isInSpanish ? Optional.of(changes.of(both, true)) : Optional.empty()));
  }
}
