package com.customerfocus.cascade.reminder;

import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a manager found out about pending team members, as entered.
 *
 * @param briefed employee ids of those who know the memo by now
 * @param excused employee ids of those who need not acknowledge
 * @param excuseReason why; required when a reader is excused
 */
public record FollowUpReport(
    List<String> briefed,
    List<String> excused,
    @Size(max = 1_000, message = "refusal.attendance.too-long") String excuseReason) {}
