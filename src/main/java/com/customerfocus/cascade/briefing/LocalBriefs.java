package com.customerfocus.cascade.briefing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the managers above a team added to a memo, kept for the many readers of a team. */
@Component
public class LocalBriefs {

  private static final int LINES_KEPT = 10_000;

  private final BriefingLine line;

  /** By briefing. A briefing that was held, and all above it, no longer change. */
  private final Cache<Long, List<LocalBrief>> lines =
      Caffeine.newBuilder().maximumSize(LINES_KEPT).build();

  LocalBriefs(BriefingLine line) {
    this.line = line;
  }

  /**
   * By briefing, the highest first.
   *
   * @param held ids of briefings that were held
   */
  public Map<Long, List<LocalBrief>> of(Collection<Long> held) {
    var known = new HashMap<>(lines.getAllPresent(held));
    var unknown = held.stream().filter(id -> !known.containsKey(id)).distinct().toList();
    if (!unknown.isEmpty()) {
      var found = line.localBriefs(unknown);
      lines.putAll(found);
      known.putAll(found);
    }
    return known;
  }
}
