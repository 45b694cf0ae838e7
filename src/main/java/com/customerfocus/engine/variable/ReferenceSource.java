package com.customerfocus.engine.variable;

import java.util.function.LongFunction;

/**
 * Reads what {@link Reference}s of one kind stand for.
 *
 * @param json whether forms get it as JSON, not as text
 * @param reader returns the current value for an id
 */
public record ReferenceSource(String kind, boolean json, LongFunction<?> reader) {

  Object read(long id) {
    return reader.apply(id);
  }
}
