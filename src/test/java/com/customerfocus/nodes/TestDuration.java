package com.customerfocus.nodes;

import java.util.stream.Stream;

/** Duration of these tests: bounded in every build, or with the settings as shipped. */
final class TestDuration {

  private TestDuration() {}

  /** The settings, except in a thorough run. */
  static Stream<String> bounded(String... settings) {
    return Boolean.getBoolean("thorough") ? Stream.empty() : Stream.of(settings);
  }
}
