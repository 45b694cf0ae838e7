package com.customerfocus.cascade;

import java.util.List;

/**
 * What a manager reports about the briefing, as entered.
 *
 * @param heldOn day of the briefing, ISO 8601
 * @param present employee ids of the direct reports who were there
 * @param version of the memo that the manager has read; null means the first
 * @param localBrief what the memo means for the own team, Markdown; empty means no change
 * @param questions for the manager above, one a line, or null
 */
public record BriefingReport(
    Integer version, String heldOn, List<String> present, String localBrief, String questions) {}
