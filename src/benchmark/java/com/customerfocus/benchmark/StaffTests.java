package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffTests {

  @Test
  void twoPeopleAreNoOrganization() {
    assertThatThrownBy(() -> new Staff(Shape.TREE, 2, 8)).hasMessageContaining("at least 3 people");
    assertThatThrownBy(() -> new Staff(Shape.TREE, 10, 1)).hasMessageContaining("a span of 1");
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void employeesAreAmongTheirManagersReports(Shape shape) {
    for (var people : new int[] {3, 14, 15, 16, 40, 6_000, 12_345}) {
      var staff = new Staff(shape, people, 8);
      assertThat(staff.manager(Staff.LAUNCHER)).isEqualTo(-1);
      var reports = new int[people];
      for (var manager = 0; manager < people; manager++) {
        var above = manager;
        staff
            .reports(manager)
            .forEach(
                person -> {
                  assertThat(staff.manager(person)).isEqualTo(above);
                  reports[person]++;
                });
      }
      assertThat(reports[0]).isZero();
      assertThat(IntStream.range(1, people).map(person -> reports[person])).containsOnly(1);
      assertThat(staff.managers())
          .isEqualTo((int) IntStream.range(1, people).map(staff::manager).distinct().count())
          .isEqualTo(IntStream.of(staff.managersByLevel()).sum());
    }
  }

  @Test
  void inTheTreeEveryManagerHasTheSpanBelow() {
    var staff = new Staff(Shape.TREE, 1 + 8 + 64 + 512, 8);

    assertThat(staff.managersByLevel()).containsExactly(1, 8, 64, 0);
    assertThat(staff.reports(72)).hasSize(8);
    assertThat(staff.isManager(73)).isFalse();
    assertThat(staff.level(584)).isEqualTo(3);
  }

  @Test
  void inTheWideOrganizationOneHasFiveThousandDirectReports() {
    var staff = new Staff(Shape.WIDE, 10_000, 8);

    assertThat(staff.reports(Staff.LAUNCHER)).hasSize(5_000);
    assertThat(staff.reports(1)).hasSize(8);
    assertThat(staff.managersByLevel()).containsExactly(1, 625, 0);
    assertThat(new Staff(Shape.WIDE, 100, 8).reports(Staff.LAUNCHER)).hasSize(99);
  }

  @Test
  void theChainHasFifteenLevelsBelowTheTop() {
    var staff = new Staff(Shape.CHAIN, 10_000, 8);

    assertThat(IntStream.range(0, 10_000).map(staff::level).max()).hasValue(15);
    assertThat(staff.level(13)).isEqualTo(13);
    assertThat(staff.managersByLevel()).hasSize(16).endsWith(0);
  }

  @Test
  void theFileSaysWhoReportsToWhom(@TempDir Path folder) throws IOException {
    var lines = Files.readAllLines(new Staff(Shape.TREE, 11, 3).writeTo(folder.resolve("staff")));

    assertThat(lines).hasSize(12);
    assertThat(lines.get(1))
        .startsWith("p0,Person Number 0,p0@large.example,,")
        .endsWith("officer");
    assertThat(lines.get(2)).contains("p1@large.example,p0,").endsWith("communications");
    assertThat(lines.get(11)).startsWith("p10,").contains(",p3,").endsWith(",");
  }
}
