package com.customerfocus.organization.absence;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.access.Groups;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.organization.ManagementLine.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for a department, and who acts for it when no member of its group can. */
@Component
public class DepartmentHeads {

  private static final String HAS_MEMBERS =
      """
      select exists (
        select 1 from person p
         where p.department_id = :department and p.active
           and position(:group in concat(' ', p.account_groups, ' ')) > 0
           and not %s)
      """
          .formatted(AwayNow.is("p.id"));

  private final JdbcClient jdbc;
  private final ManagementLine line;
  private final Deputies deputies;
  private final Clock clock;

  DepartmentHeads(JdbcClient jdbc, ManagementLine line, Deputies deputies, Clock clock) {
    this.jdbc = jdbc;
    this.line = line;
    this.deputies = deputies;
    this.clock = clock;
  }

  /**
   * Whether a member of the department's group can act now: works here, has an account and is not
   * away. One statement.
   */
  public boolean hasMembers(String departmentId) {
    return jdbc.sql(HAS_MEMBERS)
        .param("department", departmentId)
        .param("group", " %s%s ".formatted(Groups.DEPARTMENT_PREFIX, departmentId))
        .param("now", at(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /**
   * The employee who acts now for a department whose group has no member who can: the head; when
   * the head is away or has left, who acts for the head ({@link Deputies}); for a head without an
   * account, the manager. When all up to the top are away, the one in charge. Two statements when
   * the head is there; a closed department has its last head.
   *
   * @return empty for an unknown department, and when all up to the top have left
   */
  public Optional<String> stewardOf(String departmentId) {
    return headWithAccount(departmentId)
        .flatMap(
            head -> {
              var substitution = deputies.actingFor(Set.of(head)).get(head);
              return substitution == null
                  ? Optional.of(head)
                  : Optional.ofNullable(substitution.actingId()).or(() -> line.inCharge(head));
            });
  }

  /** A manager always has an account. */
  private Optional<String> headWithAccount(String departmentId) {
    return jdbc.sql(
            """
            select case when h.active and h.account_groups is null and h.manager_id is not null
                        then h.manager_id else h.id end
              from department d join person h on h.id = d.head_id
             where d.id = :department
            """)
        .param("department", departmentId)
        .query(String.class)
        .optional();
  }

  /**
   * The head, or when the head has left the next manager up who works here. Absences do not count:
   * who acts for an absent head is asked of {@link Deputies}. Two statements.
   */
  public Optional<String> headInCharge(String departmentId) {
    return lineOf(departmentId).stream().findFirst();
  }

  /** The next manager above {@link #headInCharge} who works here; empty at the top. */
  public Optional<String> managerOfHead(String departmentId) {
    return lineOf(departmentId).stream().skip(1).findFirst();
  }

  private List<String> lineOf(String departmentId) {
    return line.headOf(departmentId).stream()
        .flatMap(head -> line.upwards(head).stream())
        .filter(Level::active)
        .map(Level::id)
        .toList();
  }
}
