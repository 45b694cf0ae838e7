package com.customerfocus.customercase.ownership;

import com.customerfocus.customercase.CaseMoves.Move;
import com.customerfocus.customercase.CaseMoves.Place;
import com.customerfocus.organization.absence.Substitution;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who owns the cases of people who are away or have left: the deputy, else the manager, else the
 * next one up who is there. Where all up to the top are away, the cases of a leaver go to the first
 * one up who still works here, and those of a person who is away stay with them. A plain rule.
 *
 * @param acting who acts now for those who are not there, by employee id
 * @param inCharge the first one up the line who works here
 */
record Heirs(Map<String, Substitution> acting, Function<String, Optional<String>> inCharge) {

  /** Those of these cases that go to other owners. */
  List<Move> moves(List<Place> cases) {
    return cases.stream()
        .map(it -> new Move(it, heirOf(it.ownerId())))
        .filter(it -> !Objects.equals(it.toId(), it.from().ownerId()))
        .toList();
  }

  private String heirOf(String owner) {
    var substitution = acting.get(owner);
    if (substitution == null) {
      return owner;
    }
    if (substitution.actingId() != null) {
      return substitution.actingId();
    }
    var hasLeft = substitution.absence() == null;
    return hasLeft ? inCharge.apply(owner).orElse(owner) : owner;
  }
}
