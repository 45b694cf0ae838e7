package com.customerfocus.benchmark;

/**
 * What was asked for with {@code -D}.
 *
 * @param span direct reports of a manager
 * @param database {@code h2} or {@code postgres}
 * @param nodes how many share the work, 1 or 2
 * @param briefings how many managers brief at most
 * @param acknowledgements how many employees answer at most
 */
record Settings(
    int people,
    int span,
    Shape shape,
    String database,
    int nodes,
    int briefings,
    int acknowledgements) {

  /** People who are enough for the compilers to have seen everything that happens often. */
  private static final int WARM_UP = 3_000;

  private static final int USUAL_SPAN = 8;

  Settings {
    if (!database.equals("h2") && !database.equals("postgres")) {
      throw new IllegalArgumentException("-Ddatabase is h2 or postgres, but was " + database);
    }
    if (nodes < 1 || nodes > 2) {
      throw new IllegalArgumentException("-Dnodes is 1 or 2, but was " + nodes);
    }
    if (nodes == 2 && database.equals("h2")) {
      throw new IllegalArgumentException(
          "Two nodes need -Ddatabase=postgres: a file of H2 belongs to one process.");
    }
    if (briefings < 1 || acknowledgements < 1) {
      throw new IllegalArgumentException(
          "-Dbriefings and -Dacknowledgements are at least 1; without them all take part.");
    }
  }

  static Settings fromSystemProperties() {
    return new Settings(
        Integer.getInteger("people", 10_000),
        Integer.getInteger("span", USUAL_SPAN),
        Shape.named(System.getProperty("shape", "tree")),
        System.getProperty("database", "postgres"),
        Integer.getInteger("nodes", 1),
        Integer.getInteger("briefings", Integer.MAX_VALUE),
        Integer.getInteger("acknowledgements", Integer.MAX_VALUE));
  }

  /** The same for a few people, who all do what they are asked, on one node. */
  Settings forWarmUp() {
    return new Settings(
        WARM_UP, USUAL_SPAN, Shape.TREE, database, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  Staff staff() {
    return new Staff(shape, people, span);
  }
}
