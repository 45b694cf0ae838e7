package com.customerfocus.decision.web;

import com.customerfocus.decision.TablePreview;
import com.customerfocus.support.Sentence;
import java.util.List;

/**
 * A preview for the page, in the reader's language.
 *
 * @param faults what is wrong; the rest is null then
 * @param changes how much of the work that runs would change
 * @param lines the first of these changes
 */
record ShownPreview(
    List<String> faults,
    ShownTable table,
    String sha256,
    Integer basedOn,
    Integer changes,
    List<Line> lines) {

  /** One change of work that runs. */
  record Line(String subject, String change) {}

  static ShownPreview of(TablePreview preview) {
    var faults = preview.faults().stream().map(Sentence::forReader).toList();
    if (!faults.isEmpty()) {
      return new ShownPreview(faults, null, null, null, null, null);
    }
    return new ShownPreview(
        faults,
        ShownTable.of(preview.table(), null),
        preview.sha256(),
        preview.basedOn(),
        preview.effects().count(),
        preview.effects().lines().stream()
            .map(line -> new Line(line.subject(), line.change().forReader()))
            .toList());
  }
}
