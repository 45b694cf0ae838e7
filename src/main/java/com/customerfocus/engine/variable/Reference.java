package com.customerfocus.engine.variable;

/**
 * A process variable whose value is kept elsewhere: the engine stores kind and id, and each read,
 * above all by a form in Tasklist, gets the current value. So a memo is not copied into every
 * briefing, and forms never show an outdated one.
 *
 * @param kind names the {@link ReferenceSource}
 * @param id of the value's record
 */
public record Reference(String kind, long id) {}
