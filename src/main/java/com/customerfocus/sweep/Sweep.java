package com.customerfocus.sweep;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Work that may have come due. Each room makes its sweeps beans; every node runs them, and their
 * queries keep two nodes from doing the same.
 *
 * @param name one lower-case word, for settings, logs and the health of the node
 * @param every pause between the end of a run and the next, unless the settings say otherwise
 * @param runSome does at most one batch, in a transaction of its own, and says whether there may be
 *     more
 */
public record Sweep(String name, Duration every, BooleanSupplier runSome) {

  public Sweep {
    if (!name.matches("[a-z]+")) {
      throw new IllegalArgumentException("\"%s\" is not one lower-case word".formatted(name));
    }
  }

  /** A sweep that does all there is in one batch. */
  public static Sweep ofOneBatch(String name, Duration every, Runnable run) {
    return new Sweep(
        name,
        every,
        () -> {
          run.run();
          return false;
        });
  }
}
