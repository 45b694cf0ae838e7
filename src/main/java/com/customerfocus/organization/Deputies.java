package com.customerfocus.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Who acts for people who are away or have left. */
@Service
public class Deputies {

  private final Absences absences;
  private final Clock clock;

  Deputies(Absences absences, Clock clock) {
    this.absences = absences;
    this.clock = clock;
  }

  /**
   * Who acts now for each of these who is not there, by employee id. One query when all of them are
   * there; more the longer the chain of those who are not.
   */
  public Map<String, StandIn> actingFor(Collection<String> people) {
    var now = clock.instant();
    var situations = around(people, now, now);
    return people.stream()
        .distinct()
        .flatMap(id -> StandIn.of(id, now, situations).stream())
        .collect(Collectors.toMap(StandIn::personId, Function.identity()));
  }

  /**
   * Who acts for each of these who is away at any time between the two moments, as things stand:
   * for each absence once, at its beginning.
   */
  public List<StandIn> actingBetween(Collection<String> people, Instant from, Instant to) {
    var situations = around(people, from, to);
    return people.stream()
        .map(situations)
        .filter(situation -> situation != null && situation.active())
        .flatMap(
            situation ->
                situation.absences().stream()
                    .map(absence -> absence.fromAt().isAfter(from) ? absence.fromAt() : from)
                    .distinct()
                    .map(begin -> StandIn.of(situation.id(), begin, situations))
                    .flatMap(Optional::stream))
        .toList();
  }

  /** The situations of these people and of everyone who may have to act for them. */
  Function<String, Situation> around(Collection<String> people, Instant from, Instant to) {
    var known = new HashMap<String, Situation>();
    var wanted = new HashSet<>(people);
    while (!wanted.isEmpty()) {
      var found = absences.situations(wanted, from, to);
      known.putAll(found);
      wanted =
          found.values().stream()
              .flatMap(Deputies::next)
              .filter(id -> id != null && !known.containsKey(id))
              .collect(Collectors.toCollection(HashSet::new));
    }
    return known::get;
  }

  private static Stream<String> next(Situation situation) {
    return situation.active() && situation.absences().isEmpty() && situation.hasAccount()
        ? Stream.empty()
        : Stream.concat(
            Stream.of(situation.managerId()), situation.absences().stream().map(Absence::deputyId));
  }
}
