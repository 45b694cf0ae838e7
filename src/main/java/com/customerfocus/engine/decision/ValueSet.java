package com.customerfocus.engine.decision;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values that an input cell accepts.
 *
 * @param allBut whether it accepts all but these values, no value among them; else only these
 */
public record ValueSet(boolean allBut, Set<String> values) {

  /** An empty cell. */
  public static final ValueSet ANY = allBut(Set.of());

  public ValueSet {
    values = Set.copyOf(values);
  }

  public static ValueSet only(Collection<String> values) {
    return new ValueSet(false, Set.copyOf(values));
  }

  public static ValueSet allBut(Collection<String> values) {
    return new ValueSet(true, Set.copyOf(values));
  }

  /**
   * Whether the cell accepts this value.
   *
   * @param value null where there is none
   */
  public boolean accepts(String value) {
    return allBut != (value != null && values.contains(value));
  }

  boolean isEmpty() {
    return !allBut && values.isEmpty();
  }

  ValueSet and(ValueSet other) {
    if (allBut && other.allBut) {
      return allBut(union(values, other.values));
    }
    return allBut ? other.without(values) : other.allBut ? without(other.values) : common(other);
  }

  ValueSet except(ValueSet other) {
    return and(new ValueSet(!other.allBut, other.values));
  }

  private ValueSet without(Set<String> others) {
    return only(values.stream().filter(value -> !others.contains(value)).toList());
  }

  private ValueSet common(ValueSet other) {
    return only(values.stream().filter(other.values::contains).toList());
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var union = new TreeSet<>(one);
    union.addAll(other);
    return union;
  }
}
