package com.customerfocus.engine.variable;

import java.util.function.LongFunction;

/**
 * Reads what {@link Reference}s of one kind stand for.
 *
 * @param json whether forms get it as JSON, not as text
 * @param reader returns the current value for an id
 * @param forAdministrators whether other people who may read the process's variables, such as
 *     process owners in Cockpit, do not see it; the program itself does
 */
public record ReferenceSource(
    String kind, boolean json, LongFunction<?> reader, boolean forAdministrators) {

  Object read(long id) {
    return reader.apply(id);
  }
}
