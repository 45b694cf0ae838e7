package com.customerfocus.cascade;

import com.customerfocus.text.Markdown;
import com.customerfocus.text.TextComparison;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What differs between versions of memos, as people read it. */
@Component
public class MemoChanges {

  private static final int CHANGES_KEPT = 1_000;

  private record Key(long cascadeId, int from, int to, boolean spanish) {}

  private final MemoVersions versions;
  private final Markdown markdown;

  /** A published version no longer changes; the first days after a correction everyone looks. */
  private final Cache<Key, MemoChange> changes =
      Caffeine.newBuilder().maximumSize(CHANGES_KEPT).build();

  MemoChanges(MemoVersions versions, Markdown markdown) {
    this.versions = versions;
    this.markdown = markdown;
  }

  /**
   * What changed after one published version up to another.
   *
   * @param spanish whether the reader reads the Spanish text where there is one
   */
  public MemoChange between(long cascadeId, int from, int to, boolean spanish) {
    return changes.get(
        new Key(cascadeId, from, to, spanish),
        key ->
            of(
                versions.published(cascadeId).stream()
                    .filter(version -> version.version() >= from && version.version() <= to)
                    .toList(),
                spanish));
  }

  /**
   * What changed from the first of these versions to the last.
   *
   * @param versions one after the other
   */
  public MemoChange of(List<MemoVersion> versions, boolean spanish) {
    var before = versions.get(0);
    var after = versions.get(versions.size() - 1);
    var texts = new ArrayList<>(TextComparison.of(before.title(spanish), after.title(spanish)));
    texts.addAll(TextComparison.of(text(before.body(spanish)), text(after.body(spanish))));
    texts.addAll(TextComparison.of(text(before.figures()), text(after.figures())));
    return new MemoChange(
        after.publishedAt(),
        versions.stream()
            .skip(1)
            .map(version -> version.whatChanged(spanish))
            .filter(Objects::nonNull)
            .toList(),
        List.copyOf(texts));
  }

  private String text(String written) {
    return written == null ? null : markdown.toText(written);
  }
}
