package com.customerfocus.organization.absence;

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
  public Map<String, Substitution> actingFor(Collection<String> people) {
    var now = clock.instant();
    var situations = around(people, now, now);
    return people.stream()
        .distinct()
        .flatMap(id -> Substitution.of(id, now, situations).stream())
        .collect(Collectors.toMap(Substitution::personId, Function.identity()));
  }

  /**
   * Who acts for each of these who is away at any time between the two moments, as things stand:
   * for each absence once, at its beginning.
   */
  public List<Substitution> actingBetween(Collection<String> people, Instant from, Instant to) {
    var situations = around(people, from, to);
    return people.stream()
        .map(situations)
        .filter(availability -> availability != null && availability.active())
        .flatMap(
            availability ->
                availability.absences().stream()
                    .map(absence -> absence.fromAt().isAfter(from) ? absence.fromAt() : from)
                    .distinct()
                    .map(begin -> Substitution.of(availability.id(), begin, situations))
                    .flatMap(Optional::stream))
        .toList();
  }

  /** The situations of these people and of everyone who may have to act for them. */
  Function<String, Availability> around(Collection<String> people, Instant from, Instant to) {
    var known = new HashMap<String, Availability>();
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

  private static Stream<String> next(Availability availability) {
    return availability.active() && availability.absences().isEmpty() && availability.hasAccount()
        ? Stream.empty()
        : Stream.concat(
            Stream.of(availability.managerId()),
            availability.absences().stream().map(Absence::deputyId));
  }
}
