package com.customerfocus.organization.imports;

import com.customerfocus.organization.changes.FieldChanges;
import java.util.List;

/**
 * Changes of an import or of its dry run.
 *
 * @param people number of people afterwards
 * @param joiners new and returning people
 * @param leavers people who are missing in the file
 * @param moves people who stayed, with another manager or department
 * @param newDepartments names of departments that have people now and had none
 * @param closedDepartments names of departments without people
 * @param changes of people who stay, of departments and of rights, by field; rights first
 * @param consequences for what is under way, such as running memos, in sentences
 * @param warnings in sentences
 */
public record ImportReport(
    int people,
    int joiners,
    int leavers,
    int moves,
    List<String> newDepartments,
    List<String> closedDepartments,
    List<FieldChanges> changes,
    List<String> consequences,
    List<String> warnings) {

  /** Without the changes by field, and with the first departments only. */
  ImportReport shortened(int mostDepartments) {
    return new ImportReport(
        people,
        joiners,
        leavers,
        moves,
        newDepartments.stream().limit(mostDepartments).toList(),
        closedDepartments.stream().limit(mostDepartments).toList(),
        List.of(),
        consequences,
        warnings);
  }
}
