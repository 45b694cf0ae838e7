package com.customerfocus.cascade.briefing;

import com.customerfocus.database.RecordMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The line of a memo above a briefing: from its manager up to the launcher. */
@Component
public class BriefingLine {

  /**
   * A manager in the line.
   *
   * @param height 0 for the manager of the briefing, 1 for the next one up
   * @param briefingId the briefing with which this manager got the memo on its way
   * @param managerId employee id
   * @param site where this manager works, or null
   * @param active false for a manager who has left
   */
  public record Level(
      int height, long briefingId, String managerId, String name, String site, boolean active) {}

  /**
   * Each briefing of {@code :briefings} and those above it; {@code height} 0 is the briefing.
   * People are joined at each step, by key: joined to the line as a whole, whose length the
   * database overestimates, it would read their whole table.
   */
  private static final String LINE =
      """
      with recursive line (start_id, briefing_id, parent_id, height, manager_id, name, site, active,
                           local_brief, author) as (
        select b.id, b.id, b.parent_id, 0, b.manager_id, m.name, m.site, m.active,
               b.local_brief, coalesce(h.name, m.name)
          from briefing b
          join person m on m.id = b.manager_id
          left join person h on h.id = b.held_by
         where b.id in (:briefings)
        union all
        select l.start_id, b.id, b.parent_id, l.height + 1, b.manager_id, m.name, m.site, m.active,
               b.local_brief, coalesce(h.name, m.name)
          from line l
          join briefing b on b.id = l.parent_id
          join person m on m.id = b.manager_id
          left join person h on h.id = b.held_by
      )
      """;

  private final JdbcClient jdbc;

  BriefingLine(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The manager of this briefing and all managers above, the nearest first. */
  public List<Level> upwards(long briefingId) {
    return jdbc.sql(
            LINE
                + """
                select height, briefing_id, manager_id, name, site, active
                  from line order by height
                """)
        .param("briefings", List.of(briefingId))
        .query(RecordMapper.of(Level.class))
        .list();
  }

  /** The local briefs that people below these briefings see, by briefing, top of the line first. */
  Map<Long, List<LocalBrief>> localBriefs(Collection<Long> briefingIds) {
    var briefs = new LinkedHashMap<Long, List<LocalBrief>>();
    briefingIds.forEach(id -> briefs.put(id, new ArrayList<>()));
    if (briefingIds.isEmpty()) {
      return briefs;
    }
    jdbc.sql(
            LINE
                + """
                select start_id, local_brief, author from line
                 where local_brief is not null
                 order by start_id, height desc
                """)
        .param("briefings", briefingIds)
        .query(
            row -> {
              briefs
                  .get(row.getLong("start_id"))
                  .add(new LocalBrief(row.getString("author"), row.getString("local_brief")));
            });
    return briefs;
  }
}
