package com.customerfocus.engine.variable;

/**
 * A process variable that stands for something kept elsewhere: the engine stores kind and id, and
 * whoever reads the variable, a form in Tasklist above all, gets what it stands for as it is then.
 * So a memo of any length is not copied into every briefing, and forms never show an old one.
 *
 * @param kind names the {@link ReferenceSource}
 * @param id of the thing it stands for
 */
public record Reference(String kind, long id) {}
