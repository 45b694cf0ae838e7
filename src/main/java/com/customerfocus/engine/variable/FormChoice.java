package com.customerfocus.engine.variable;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A person to choose in a form.
 *
 * @param value employee id
 */
public record FormChoice(String label, String value) {

  /** Sorted by name. */
  public static <T> List<FormChoice> of(
      List<T> people, Function<T, String> id, Function<T, String> name) {
    return people.stream()
        .sorted(Comparator.comparing(name, Collator.getInstance()))
        .map(person -> new FormChoice(name.apply(person), id.apply(person)))
        .toList();
  }
}
