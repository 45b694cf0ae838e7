package com.customerfocus.organization.imports;

import com.customerfocus.csv.RowError;
import java.util.List;

/**
 * What a file would change, or why it cannot be taken. Lists name the first of each kind only.
 *
 * @param problem how many errors there are, in a sentence; null when there are none
 * @param errors what to correct; empty when there is nothing
 * @param report what would change; null when there are errors
 * @param unchanged whether nothing at all would change
 * @param consequences of the report
 * @param warnings of the report
 * @param joiners who would come
 * @param leavers who would go
 * @param movers who would get another manager or department
 * @param more how many are not listed, in a sentence; null when all are
 */
public record ImportPreview(
    String problem,
    List<RowError> errors,
    ImportReport report,
    boolean unchanged,
    List<Line> consequences,
    List<Line> warnings,
    List<Member> joiners,
    List<Member> leavers,
    List<Mover> movers,
    String more) {

  /** A sentence of the report, as a row of a form's table. */
  public record Line(String text) {}

  /**
   * Someone who comes or goes.
   *
   * @param who name and employee id
   * @param manager by name, empty at the top
   */
  public record Member(String who, String department, String manager) {}

  /**
   * Someone who moves.
   *
   * @param who name and employee id
   * @param from department and manager until now
   * @param to department and manager from now on
   */
  public record Mover(String who, String from, String to) {}

  /** Whether the file can be imported. */
  public boolean correct() {
    return problem == null;
  }
}
