package com.customerfocus.cascade.reminder;

import java.util.List;

/**
 * What a manager found out about those of the team who had not answered, as entered.
 *
 * @param briefed employee ids of those who know the memo by now
 * @param excused employee ids of those who need not answer
 * @param excuseReason why; required when anyone is excused
 */
public record FollowUpReport(List<String> briefed, List<String> excused, String excuseReason) {}
