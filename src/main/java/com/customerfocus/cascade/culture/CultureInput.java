package com.customerfocus.cascade.culture;

import java.util.List;

/**
 * What made the own heritage company successful, as entered: three rows, since a form cannot grow.
 *
 * @param attribute1 in the manager's own words; may be empty
 * @param treatment1 what to do with it: keep, merge or transform
 */
public record CultureInput(
    String attribute1,
    String treatment1,
    String attribute2,
    String treatment2,
    String attribute3,
    String treatment3) {

  List<CultureEntry> entries() {
    return List.of(
        new CultureEntry(attribute1, treatment1),
        new CultureEntry(attribute2, treatment2),
        new CultureEntry(attribute3, treatment3));
  }
}
