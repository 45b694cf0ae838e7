package com.customerfocus.organization.absence;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.access.Groups;
import com.customerfocus.database.RecordMapper;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for a department, and who acts for it when no member of its group can. */
@Component
public class DepartmentHeads {

  /**
   * The head and everyone above of each department; the limit ends a circle, as in ManagementLine.
   */
  private static final String LINE =
      """
      with recursive line (department_id, id, manager_id, active, has_account, height) as (
        select d.id, h.id, h.manager_id, h.active, h.account_groups is not null, 0
          from department d join person h on h.id = d.head_id
         where d.id in (:departments) %s
        union all
        select l.department_id, m.id, m.manager_id, m.active, m.account_groups is not null,
               l.height + 1
          from line l join person m on m.id = l.manager_id
         where l.height < 100
      )
      """;

  private static final String LEVELS =
      LINE.formatted("") + "select id, has_account from line where active order by height";

  /** Of departments without a member of their group who works here, has an account and is there. */
  private static final String STAND_INS =
      LINE.formatted(
              """
              and not exists (
                select 1 from person p
                 where p.department_id = d.id and p.active
                   and position(concat(' %s', d.id, ' ')
                                in concat(' ', p.account_groups, ' ')) > 0
                   and not %s)
              """
                  .formatted(Groups.DEPARTMENT_PREFIX, AwayNow.is("p.id")))
          + """
            select department_id, id from line where active and has_account
             order by department_id, height
            """;

  private final JdbcClient jdbc;
  private final Deputies deputies;
  private final Clock clock;

  DepartmentHeads(JdbcClient jdbc, Deputies deputies, Clock clock) {
    this.jdbc = jdbc;
    this.deputies = deputies;
    this.clock = clock;
  }

  /**
   * The employee who acts now for a department whose group has no member who can: the head, else
   * the next manager up who works here and has an account; when that one is away, who acts for
   * them, see {@link Deputies}. When all up to the top are away, the one they would act for. Two
   * statements when the head is there; a closed department has its last head.
   *
   * @return empty for an unknown department, and when all up to the top have left
   */
  public Optional<String> stewardOf(String departmentId) {
    return lineOf(departmentId).stream()
        .filter(Level::hasAccount)
        .map(Level::id)
        .findFirst()
        .map(
            head ->
                Optional.ofNullable(deputies.actingFor(Set.of(head)).get(head))
                    .map(Substitution::actingId)
                    .orElse(head));
  }

  /**
   * The head, or when the head has left the next manager up who works here. Absences do not count:
   * who acts for an absent head is asked of {@link Deputies}. One statement.
   */
  public Optional<String> headInCharge(String departmentId) {
    return lineOf(departmentId).stream().map(Level::id).findFirst();
  }

  /** The next manager above {@link #headInCharge} who works here; empty at the top. */
  public Optional<String> managerOfHead(String departmentId) {
    return lineOf(departmentId).stream().map(Level::id).skip(1).findFirst();
  }

  /**
   * Who stands in for the groups of these departments that have no member who can act now, by id of
   * the department: the head, else the next manager up who works here and has an account. Absences
   * of these do not count: tasks of an absent person go to their substitute. One statement for all.
   */
  public Map<String, String> standIns(Collection<String> departments) {
    var standIns = new HashMap<String, String>();
    if (!departments.isEmpty()) {
      jdbc.sql(STAND_INS)
          .param("departments", departments)
          .param("now", at(clock.instant()))
          .query(RecordMapper.of(StandIn.class))
          .list()
          .forEach(it -> standIns.putIfAbsent(it.departmentId(), it.id()));
    }
    return standIns;
  }

  private record StandIn(String departmentId, String id) {}

  private record Level(String id, boolean hasAccount) {}

  /** The head and everyone above who work here, the nearest first. */
  private List<Level> lineOf(String departmentId) {
    return jdbc.sql(LEVELS)
        .param("departments", Set.of(departmentId))
        .query(RecordMapper.of(Level.class))
        .list();
  }
}
