package com.customerfocus.cascade;

/**
 * What one manager added to a memo for the own team and everyone below it.
 *
 * @param text Markdown
 */
public record LocalBrief(String managerName, String text) {}
