package com.customerfocus.organization.imports;

import com.customerfocus.access.Groups;
import com.customerfocus.csv.RowErrors;
import com.customerfocus.organization.Department;
import java.util.List;
import java.util.Objects;

/** A file without errors, with the warnings found so far. */
record CheckedFile(OrganizationTree tree, RowErrors errors) {

  /**
   * What importing it changes, with warnings of what an administrator may not have meant.
   *
   * @param consequences for what follows the organization, in sentences
   */
  ImportReport report(OrganizationDiff diff, List<String> consequences) {
    warn(diff);
    return new ImportReport(
        tree.entries().size(),
        diff.joiners(),
        diff.leavers().size(),
        diff.moves(),
        diff.openedDepartments(),
        diff.endedDepartments().stream().map(Department::name).toList(),
        consequences,
        List.copyOf(errors.warnings()));
  }

  private void warn(OrganizationDiff diff) {
    if (diff.leavers().size() > diff.peopleBefore() / 10) {
      errors.warning(
          "%,d of %,d people are not in the file, which means that they have left. If the file is not"
              + " complete, import the complete one: they come back with it.",
          diff.leavers().size(), diff.peopleBefore());
    }
    for (var department : diff.endedDepartments()) {
      errors.warning("The department '%s' has no people any more.", department.name());
    }
    var withoutMail =
        tree.entries().stream().filter(it -> Objects.isNull(it.person().mail())).count();
    if (withoutMail > 0) {
      errors.warning(
          "People without a mail address: %,d. Only their managers can tell them of a memo.",
          withoutMail);
    }
    tree.respelledCompanies(diff.namesBefore())
        .forEach(
            (spelling, known) ->
                errors.warning(
                    "The heritage company '%s' is taken to be '%s', as it is on record.",
                    spelling, known));
    FileAbsences.warn(tree, diff, errors);
    warnOfRoles(diff);
  }

  private void warnOfRoles(OrganizationDiff diff) {
    if (!tree.saysRoles()) {
      if (diff.seniorOfficerIsTheTop()) {
        errors.warning(
            "The file has no column 'roles'. So %s, who is at the top, is the senior officer who"
                + " may launch memos; an administrator can give the other roles in Camunda Admin.",
            tree.top().who());
      }
      return;
    }
    if (!diff.hasMembers(Groups.SENIOR_OFFICERS)) {
      errors.warning("Nobody has the role 'senior-officer', so nobody can launch a memo.");
    }
    if (!diff.hasMembers(Groups.COMMUNICATIONS)) {
      errors.warning("Nobody has the role 'communications', so nobody can release a memo.");
    }
  }
}
