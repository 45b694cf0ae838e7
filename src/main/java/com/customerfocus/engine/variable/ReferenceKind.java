package com.customerfocus.engine.variable;

import java.util.function.LongFunction;

/**
 * A kind of {@link Reference}: what forms show of a thing.
 *
 * @param name what the engine stores; unique in the program
 */
public record ReferenceKind(String name) {

  /** Stands for the thing with this id. */
  public Reference of(long id) {
    return new Reference(name, id);
  }

  /** References of this kind stand for a text of any length. */
  public ReferenceSource ofText(LongFunction<String> reader) {
    return new ReferenceSource(name, false, reader, false);
  }

  /** References of this kind stand for a record, the fields of a group of a form. */
  public ReferenceSource ofFields(LongFunction<? extends Record> reader) {
    return new ReferenceSource(name, true, reader, false);
  }

  /** The same for fields that only administrators see; all others see none. */
  public ReferenceSource ofAdministratorsFields(LongFunction<? extends Record> reader) {
    return new ReferenceSource(name, true, reader, true);
  }
}
