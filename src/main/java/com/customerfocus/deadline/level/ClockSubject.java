package com.customerfocus.deadline.level;

/**
 * What a clock is about.
 *
 * @param kind a capability's word for it, such as {@code handoff}
 * @param id its number in the capability's table
 */
public record ClockSubject(String kind, long id) {}
