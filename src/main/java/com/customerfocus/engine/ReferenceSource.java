package com.customerfocus.engine;

/** Gives what {@link Reference}s of one kind stand for. */
public interface ReferenceSource {

  String kind();

  /** Whether it gives records, not text. */
  default boolean isJson() {
    return false;
  }

  /** What the id stands for now: a text of any length, or a record, which forms get as JSON. */
  Object read(long id);
}
