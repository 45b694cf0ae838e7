package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleTests {

  private static final Map<String, List<String>> ORGANIZATION =
      Map.of("top", List.of("a", "b"), "a", List.of("a1", "a2"), "b", List.of("b1", "b2"));

  @Test
  void aTopWithoutReportsIsAlone() {
    var sample = Sample.of("hermit", managers -> ORGANIZATION, 10);

    assertThat(sample.people()).isEqualTo(1);
    assertThat(sample.reportsOf("hermit")).isEmpty();
  }

  @Test
  void aSampleOfOneIsTheTop() {
    assertThat(Sample.of("top", managers -> ORGANIZATION, 1).people()).isEqualTo(1);
  }

  @Test
  void aTeamIsCutWhereTheSampleEnds() {
    var sample = Sample.of("top", managers -> ORGANIZATION, 6);

    assertThat(sample.people()).isEqualTo(6);
    assertThat(sample.reportsOf("top")).containsExactly("a", "b");
    assertThat(sample.reportsOf("a")).containsExactly("a1", "a2");
    assertThat(sample.reportsOf("b")).containsExactly("b1");
    assertThat(sample.reportsOf("a1")).isEmpty();
  }

  @Test
  void aSmallOrganizationIsTakenWhole() {
    assertThat(Sample.of("top", managers -> ORGANIZATION, 2_000).people()).isEqualTo(7);
  }

  @Test
  void peopleBelowAnotherTopAreLeftOut() {
    assertThat(Sample.of("a", managers -> ORGANIZATION, 2_000).people()).isEqualTo(3);
  }
}
