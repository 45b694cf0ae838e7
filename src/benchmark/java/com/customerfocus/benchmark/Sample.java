package com.customerfocus.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The first people of an organization, from the top and level by level, with their reporting lines.
 *
 * @param reports employee ids by manager; managers without reports are missing
 */
record Sample(String top, Map<String, List<String>> reports) {

  /**
   * @param reportsOf for managers, the employee ids by manager; called once for each level
   * @param most maximum number of people, including the top
   */
  static Sample of(
      String top, Function<List<String>, Map<String, List<String>>> reportsOf, int most) {
    var reports = new HashMap<String, List<String>>();
    var level = List.of(top);
    var left = most - 1;
    while (!level.isEmpty() && left > 0) {
      var teams = reportsOf.apply(level);
      var next = new ArrayList<String>();
      for (var manager : level) {
        var team = teams.getOrDefault(manager, List.of());
        var chosen = List.copyOf(team.subList(0, Math.min(left, team.size())));
        if (!chosen.isEmpty()) {
          reports.put(manager, chosen);
          next.addAll(chosen);
          left -= chosen.size();
        }
      }
      level = List.copyOf(next);
    }
    return new Sample(top, Map.copyOf(reports));
  }

  /** How many they are, the top included. */
  int people() {
    return 1 + reports.values().stream().mapToInt(List::size).sum();
  }

  /** A list that can be a variable of a process. */
  List<String> reportsOf(String person) {
    return new ArrayList<>(reports.getOrDefault(person, List.of()));
  }
}
