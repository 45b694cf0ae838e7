package com.customerfocus.benchmark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first people of an organization, from the top and level by level, with who reports to whom
 * among them.
 *
 * @param reports employee ids by manager; nobody in it has none
 */
record Sample(String top, Map<String, List<String>> reports) {

  /**
   * @param organization employee ids by manager
   * @param most so many people, the top included; fewer when there are no more
   */
  static Sample of(String top, Map<String, List<String>> organization, int most) {
    var reports = new HashMap<String, List<String>>();
    var managers = new ArrayDeque<>(List.of(top));
    var left = most - 1;
    while (!managers.isEmpty() && left > 0) {
      var manager = managers.remove();
      var team = organization.getOrDefault(manager, List.of());
      var chosen = List.copyOf(team.subList(0, Math.min(left, team.size())));
      if (!chosen.isEmpty()) {
        reports.put(manager, chosen);
        managers.addAll(chosen);
        left -= chosen.size();
      }
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
