package com.customerfocus.engine.variable;

import java.util.function.LongFunction;

/**
 * Provides the values of {@link Reference}s of one kind.
 *
 * @param json whether forms get it as JSON, not as text
 * @param reader returns the current value for an id
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
