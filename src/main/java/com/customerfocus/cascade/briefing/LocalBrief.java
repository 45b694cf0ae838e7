package com.customerfocus.cascade.briefing;

/**
 * A manager's addition to a memo for all teams below.
 *
 * @param managerName the author: the manager, or the substitute who briefed the team
 * @param text Markdown
 */
public record LocalBrief(String managerName, String text) {}
