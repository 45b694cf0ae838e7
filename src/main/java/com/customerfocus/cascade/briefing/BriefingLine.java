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

  /** Each briefing of {@code :briefings} and those above it; {@code height} 0 is the briefing. */
  private static final String LINE =
      """
      with recursive line (start_id, id, parent_id, height) as (
        select b.id, b.id, b.parent_id, 0 from briefing b where b.id in (:briefings)
        union all
        select l.start_id, b.id, b.parent_id, l.height + 1
          from line l join briefing b on b.id = l.parent_id
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
                select l.height, b.id as briefing_id, b.manager_id, p.name, p.site, p.active
                  from line l
                  join briefing b on b.id = l.id
                  join person p on p.id = b.manager_id
                 order by l.height
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
                select l.start_id, b.local_brief, coalesce(h.name, m.name) as name
                  from line l
                  join briefing b on b.id = l.id
                  join person m on m.id = b.manager_id
                  left join person h on h.id = b.held_by
                 where b.local_brief is not null
                 order by l.start_id, l.height desc
                """)
        .param("briefings", briefingIds)
        .query(
            row -> {
              briefs
                  .get(row.getLong("start_id"))
                  .add(new LocalBrief(row.getString("name"), row.getString("local_brief")));
            });
    return briefs;
  }
}
