package com.customerfocus.organization.imports;

import com.customerfocus.csv.RowError;
import java.util.List;

/**
 * Changes of a file, or its errors. Lists have only the first of each kind.
 *
 * @param problem number of errors, in a sentence; null when there are none
 * @param errors to correct; may be empty
 * @param report the changes; null when there are errors. Those by field are in the HTML only
 * @param summary what is unusual, how much changes, and departments, as HTML in the reader's
 *     language; null when there are errors
 * @param changes by field, rights first, as HTML; null when there are errors
 * @param unchanged whether the file changes nothing
 * @param consequences of the report
 * @param warnings of the report
 * @param joiners people who come
 * @param leavers people who go
 * @param movers people with another manager or department
 * @param more number of unlisted ones, in a sentence; null when all are listed
 */
public record ImportPreview(
    String problem,
    List<RowError> errors,
    ImportReport report,
    String summary,
    String changes,
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
   * A person who comes or goes.
   *
   * @param who name and employee id
   * @param manager by name, empty at the top
   */
  public record Member(String who, String department, String manager) {}

  /**
   * A person who moves.
   *
   * @param who name and employee id
   * @param from current department and manager
   * @param to new department and manager
   */
  public record Mover(String who, String from, String to) {}

  /** Whether the file can be imported. */
  public boolean correct() {
    return problem == null;
  }
}
