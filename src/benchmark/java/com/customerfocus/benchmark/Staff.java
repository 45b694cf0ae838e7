package com.customerfocus.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The people of a made-up organization. They are numbered from 0, who is at the top and launches
 * the memo; 1 is the one who reviews it. Everything else follows from the number, so that nothing
 * is kept in memory for any of them.
 */
final class Staff {

  static final int LAUNCHER = 0;
  static final int REVIEWER = 1;

  private static final int SMALLEST = 3;

  private final Shape shape;
  private final int people;
  private final int span;

  Staff(Shape shape, int people, int span) {
    if (people < SMALLEST || span < 2) {
      throw new IllegalArgumentException(
          "A memo needs at least 3 people, and managers with at least 2 direct reports; asked for"
              + " were %d people and a span of %d".formatted(people, span));
    }
    this.shape = shape;
    this.people = people;
    this.span = span;
  }

  int people() {
    return people;
  }

  /** Everyone the memo is meant for: all but the launcher. */
  int audience() {
    return people - 1;
  }

  static String id(int person) {
    return "p" + person;
  }

  static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }

  /** -1 for the one at the top. */
  int manager(int person) {
    if (person == LAUNCHER) {
      return -1;
    }
    return switch (shape) {
      case TREE, RUSH -> (person - 1) / span;
      case WIDE -> person <= Shape.WIDEST ? LAUNCHER : 1 + (person - Shape.WIDEST - 1) / span;
      case CHAIN -> managerInChain(person);
    };
  }

  private int managerInChain(int person) {
    if (person < Shape.LINE) {
      return person - 1;
    }
    var team = (person - Shape.LINE) / (span + 1);
    var lead = lead(team);
    // The first team comes furthest down, so that all levels are there as soon as there is one.
    return person == lead ? Shape.LINE - 1 - team % Shape.LINE : lead;
  }

  private int lead(int team) {
    return Shape.LINE + team * (span + 1);
  }

  IntStream reports(int person) {
    var all =
        switch (shape) {
          case TREE, RUSH -> span(person * span + 1);
          case WIDE ->
              person == LAUNCHER
                  ? IntStream.rangeClosed(1, Shape.WIDEST)
                  : span(Shape.WIDEST + (person - 1) * span + 1);
          case CHAIN -> reportsInChain(person);
        };
    return all.takeWhile(report -> report < people);
  }

  private IntStream reportsInChain(int person) {
    if (person < Shape.LINE) {
      var next = IntStream.of(person + 1).filter(it -> it < Shape.LINE);
      var teams = IntStream.iterate(Shape.LINE - 1 - person, team -> team + Shape.LINE);
      return IntStream.concat(next, teams.map(this::lead));
    }
    return (person - Shape.LINE) % (span + 1) == 0 ? span(person + 1) : IntStream.empty();
  }

  private IntStream span(int first) {
    return IntStream.range(first, first + span);
  }

  boolean isManager(int person) {
    return reports(person).findAny().isPresent();
  }

  int managers() {
    return (int) IntStream.range(0, people).filter(this::isManager).count();
  }

  /** How far below the top; 0 is the one at the top. */
  int level(int person) {
    var level = 0;
    for (var above = manager(person); above >= 0; above = manager(above)) {
      level++;
    }
    return level;
  }

  /** How many managers there are on each level, the top first. */
  int[] managersByLevel() {
    var managers = new int[levels() + 1];
    IntStream.range(0, people).filter(this::isManager).forEach(it -> managers[level(it)]++);
    return managers;
  }

  private int levels() {
    return IntStream.range(0, people).map(this::level).max().orElseThrow();
  }

  /** Writes what the HR system would export. */
  Path writeTo(Path file) throws IOException {
    try (var csv = Files.newBufferedWriter(file)) {
      csv.write("employee id,name,mail,manager,department,heritage company,language,site,roles\n");
      for (var person = 0; person < people; person++) {
        csv.write(
            String.format(
                Locale.ROOT,
                "%s,Person Number %d,%s@large.example,%s,Department %d,%s,%s,Site %d,%s\n",
                id(person),
                person,
                id(person),
                person == LAUNCHER ? "" : id(manager(person)),
                person % 40,
                person % 2 == 0 ? "Old Company" : "New Company",
                person % 3 == 0 ? "es" : "en",
                person % 5,
                roles(person)));
      }
    }
    return file;
  }

  private static String roles(int person) {
    return switch (person) {
      case LAUNCHER -> "senior-officer";
      case REVIEWER -> "communications";
      default -> "";
    };
  }
}
