package com.customerfocus.engine.decision;

import java.util.List;

/**
 * A column of a decision table.
 *
 * @param name the variable that an input reads, or an output writes
 * @param label its headline in the Modeler; the name where it has none
 * @param type such as {@code string}
 * @param values the only values that an input ever has; empty where there is no such list
 */
public record TableColumn(String name, String label, String type, List<String> values) {

  static final String STRING = "string";

  /** A column of texts. */
  public static TableColumn of(String name) {
    return new TableColumn(name, name, STRING, List.of());
  }

  /** An input of texts that is always one of these. */
  public static TableColumn of(String name, List<String> values) {
    return new TableColumn(name, name, STRING, List.copyOf(values));
  }

  boolean isLike(TableColumn other) {
    return name.equals(other.name) && type.equals(other.type);
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(name, type);
  }
}
