package com.customerfocus.organization;

import com.customerfocus.database.RecordMapper;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is whose manager, up to the top. Each question costs one statement. */
@Component
public class ManagementLine {

  private final JdbcClient jdbc;

  ManagementLine(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A person in a line.
   *
   * @param height 0 for the one whose line it is, 1 for that one's manager
   * @param active false for a person who has left
   */
  public record Level(int height, String id, String name, boolean active) {}

  /** The person and everyone above, the nearest first; empty for an unknown person. */
  public List<Level> upwards(String person) {
    // The import refuses circles; the limit keeps one that is in the tables all the same from
    // running for good.
    return jdbc.sql(
            """
            with recursive line (id, name, manager_id, active, height) as (
              select id, name, manager_id, active, 0 from person where id = :person
              union all
              select m.id, m.name, m.manager_id, m.active, l.height + 1
                from line l join person m on m.id = l.manager_id
               where l.height < 100
            )
            select height, id, name, active from line order by height
            """)
        .param("person", person)
        .query(RecordMapper.of(Level.class))
        .list();
  }

  /** The first who still works here, from this person up the line; empty when none does. */
  public Optional<String> inCharge(String person) {
    return firstActive(person, 0);
  }

  /** The next manager up who still works here; empty at the top. */
  public Optional<String> managerOf(String person) {
    return firstActive(person, 1);
  }

  private Optional<String> firstActive(String person, int from) {
    return upwards(person).stream()
        .filter(level -> level.active() && level.height() >= from)
        .map(Level::id)
        .findFirst();
  }

  /** Whether the first is a manager of the second, or of a manager of the second. */
  public boolean isAbove(String manager, String person) {
    return upwards(person).stream()
        .anyMatch(level -> level.height() > 0 && level.id().equals(manager));
  }

  /** Employee id of the head of a department, if it has one. */
  public Optional<String> headOf(String department) {
    return jdbc.sql("select head_id from department where id = :id and head_id is not null")
        .param("id", department)
        .query(String.class)
        .optional();
  }
}
