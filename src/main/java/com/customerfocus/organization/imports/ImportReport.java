package com.customerfocus.organization.imports;

import java.util.List;

/**
 * What an import changed, or would change.
 *
 * @param people how many work here afterwards
 * @param joiners people who are new or have come back
 * @param leavers people who were here and are not in the file
 * @param moves people who stayed and got another manager or department
 * @param newDepartments names of departments that have people now and had none
 * @param closedDepartments names of departments that nobody belongs to any more
 * @param consequences what it means for the memos on their way, in sentences
 * @param warnings what is worth a look, in sentences
 */
public record ImportReport(
    int people,
    int joiners,
    int leavers,
    int moves,
    List<String> newDepartments,
    List<String> closedDepartments,
    List<String> consequences,
    List<String> warnings) {}
