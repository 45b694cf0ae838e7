package com.customerfocus.handoff.report;

import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.Priority;
import java.time.Instant;
import java.util.List;

/**
 * Which handoffs are asked for; what is null lets all through.
 *
 * @param side which side the department is; null for both
 * @param department id; with a side and without a department, the reader's own ones
 * @param person employee id of the one who asked or the one who has it
 * @param customer exact reference
 * @param overdue whether the side whose turn it is has let its time pass: the promised date or its
 *     clock
 * @param dueAfter promised for this moment or later
 * @param dueBefore promised for an earlier moment
 */
public record HandoffFilter(
    List<HandoffState> states,
    SideOfDepartment side,
    String department,
    String person,
    String customer,
    Boolean overdue,
    Instant dueAfter,
    Instant dueBefore,
    List<Priority> priorities,
    Instant requestedAfter,
    Instant requestedBefore) {

  /** A side of a handoff, as a department has it. */
  public enum SideOfDepartment {
    /** It asked another one. */
    ASKED,
    /** It was asked. */
    PARTNER
  }

  /** By what a list is sorted; the number decides between equal ones. */
  public enum Sort {
    DUE("due_at"),
    REQUESTED("requested_at"),
    ID("id");

    private final String column;

    Sort(String column) {
      this.column = column;
    }

    /** Without a date last, or first when it is turned round, as indexes have them. */
    String sql(String table, boolean descending) {
      var direction = descending ? "desc nulls first" : "asc nulls last";
      return this == ID
          ? "%s.id %s".formatted(table, descending ? "desc" : "asc")
          : "%s.%s %s, %s.id %s"
              .formatted(table, column, direction, table, descending ? "desc" : "asc");
    }
  }
}
