package com.customerfocus.cascade.briefing;

/**
 * What one manager added to a memo for the own team and everyone below it.
 *
 * @param managerName who said so: the manager, or whoever briefed the team in the manager's place
 * @param text Markdown
 */
public record LocalBrief(String managerName, String text) {}
