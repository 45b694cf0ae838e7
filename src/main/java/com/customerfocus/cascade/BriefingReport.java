package com.customerfocus.cascade;

import java.util.List;

/**
 * What a manager reports about the briefing, as entered.
 *
 * @param heldOn day of the briefing, ISO 8601
 * @param present employee ids of the direct reports who were there
 * @param excused employee ids of direct reports who need not answer
 * @param excuseReason why; required when anyone is excused
 * @param localBrief what the memo means for the own team, Markdown; empty means no change
 * @param questions for the manager above, one a line, or null
 */
public record BriefingReport(
    String heldOn,
    List<String> present,
    List<String> excused,
    String excuseReason,
    String localBrief,
    String questions) {}
