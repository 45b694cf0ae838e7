package com.customerfocus.engine.variable;

import java.util.function.LongFunction;

/**
 * Gives what {@link Reference}s of one kind stand for.
 *
 * @param json whether forms get it as JSON, not as text
 * @param reader what an id stands for now
 */
public record ReferenceSource(String kind, boolean json, LongFunction<?> reader) {

  /** A text of any length. */
  public static ReferenceSource ofText(String kind, LongFunction<String> reader) {
    return new ReferenceSource(kind, false, reader);
  }

  /** A record, the fields of a group of a form. */
  public static ReferenceSource ofFields(String kind, LongFunction<? extends Record> reader) {
    return new ReferenceSource(kind, true, reader);
  }

  Object read(long id) {
    return reader.apply(id);
  }
}
