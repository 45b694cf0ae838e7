package com.customerfocus.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The first people of an organization, from the top and level by level, with who reports to whom
 * among them.
 *
 * @param reports employee ids by manager; nobody in it has none
 */
record Sample(String top, Map<String, List<String>> reports) {

  /**
   * @param reportsOf for managers, the employee ids by manager; asked once for each level
   * @param most so many people, the top included; fewer when there are no more
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
