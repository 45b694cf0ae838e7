package com.customerfocus.cascade.receipt;

import java.util.List;

/**
 * Who of a team was briefed and who is excused.
 *
 * @param managerId employee id of the manager the team belongs to
 * @param version of the memo that the team was briefed on
 * @param briefed employee ids
 * @param excused employee ids
 * @param excuseReason null when none is excused
 */
public record TeamAttendance(
    long cascadeId,
    String managerId,
    int version,
    List<String> briefed,
    List<String> excused,
    String excuseReason) {}
