package com.customerfocus.cascade;

import java.time.Instant;

/**
 * One version of a memo.
 *
 * @param version 1 is the first
 * @param whatChanged in the launcher's words, or null
 * @param writtenBy employee id
 * @param reviewedBy employee id of the person who released it, or null
 * @param publishedAt since when people read it; null while it is being written and reviewed
 */
public record MemoVersion(
    int version,
    CorrectionKind kind,
    String title,
    String body,
    String titleEs,
    String bodyEs,
    String figures,
    String whatChanged,
    String whatChangedEs,
    String writtenBy,
    String reviewedBy,
    Instant publishedAt) {

  String title(boolean spanish) {
    return spanish && titleEs != null ? titleEs : title;
  }

  String body(boolean spanish) {
    return spanish && bodyEs != null ? bodyEs : body;
  }

  String whatChanged(boolean spanish) {
    return spanish && whatChangedEs != null ? whatChangedEs : whatChanged;
  }
}
