package com.customerfocus.nodes;

import java.util.stream.Stream;

/**
 * How long these tests take: bounded in every build, or as long as the program takes as it is
 * shipped.
 */
final class TestDuration {

  private TestDuration() {}

  /** The settings, unless tests take their time. */
  static Stream<String> bounded(String... settings) {
    return Boolean.getBoolean("thorough") ? Stream.empty() : Stream.of(settings);
  }
}
