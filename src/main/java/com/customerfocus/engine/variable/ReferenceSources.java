package com.customerfocus.engine.variable;

import java.util.List;

/** The references of one room: a bean that the engine finds. */
public record ReferenceSources(List<ReferenceSource> sources) {

  public static ReferenceSources of(ReferenceSource... sources) {
    return new ReferenceSources(List.of(sources));
  }
}
