package com.customerfocus.organization.absence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the substitute of an absent person: the deputy; if the deputy is away, the deputy's deputy
 * and so on; without one, the next manager up or that manager's deputy.
 *
 * @param personId the person in charge
 * @param absence the person's absence; null when they have left
 * @param actingId employee id of the substitute, null when all up to the top are away
 * @param inPlaceOf names of the absent people before the substitute: the person in charge, then
 *     deputies and managers
 * @param as relation of the substitute
 * @param circle names of deputies who substitute for each other, the first one once more at the
 *     end; empty without such a circle
 */
public record Substitution(
    String personId,
    String personName,
    Absence absence,
    String actingId,
    String actingName,
    List<String> inPlaceOf,
    As as,
    List<String> circle) {

  /** Relation of the substitute to the person in charge. */
  public enum As {
    /** Deputy, or deputy of a deputy. */
    DEPUTY,
    /** A manager up the line, since all deputies are away. */
    MANAGER,
    /** Deputy of an absent manager up the line. */
    DEPUTY_OF_MANAGER,
    /** All up to the top are away. */
    NONE
  }

  /**
   * Empty when the person is present or unknown.
   *
   * @param people the availability of a person, null for the unknown
   */
  static Optional<Substitution> of(String id, Instant at, Function<String, Availability> people) {
    var person = people.apply(id);
    return person == null || person.isThere(at)
        ? Optional.empty()
        : Optional.of(search(person, at, people));
  }

  private static Substitution search(
      Availability person, Instant at, Function<String, Availability> people) {
    var asked = new ArrayList<String>();
    var circle = new ArrayList<String>();
    var managers = new HashSet<String>();
    for (var inCharge = person;
        inCharge != null && managers.add(inCharge.id());
        inCharge = of(inCharge.managerId(), people)) {
      var deputies = new LinkedHashMap<String, String>();
      for (var candidate = inCharge; candidate != null; candidate = deputy(candidate, at, people)) {
        if (candidate != person && candidate.canActForOthers(at)) {
          var as =
              inCharge == person
                  ? As.DEPUTY
                  : candidate == inCharge ? As.MANAGER : As.DEPUTY_OF_MANAGER;
          return found(person, at, candidate, asked, as, circle);
        }
        if (deputies.putIfAbsent(candidate.id(), candidate.name()) != null) {
          addCircle(deputies, candidate, circle);
          break;
        }
        asked.add(candidate.name());
      }
    }
    return found(person, at, null, asked, As.NONE, circle);
  }

  private static void addCircle(
      LinkedHashMap<String, String> deputies, Availability again, List<String> circle) {
    if (circle.isEmpty()) {
      deputies.keySet().stream()
          .dropWhile(id -> !id.equals(again.id()))
          .forEach(id -> circle.add(deputies.get(id)));
      circle.add(again.name());
    }
  }

  private static Substitution found(
      Availability person,
      Instant at,
      Availability acting,
      List<String> asked,
      As as,
      List<String> circle) {
    return new Substitution(
        person.id(),
        person.name(),
        person.active() ? person.absence(at).orElseThrow() : null,
        acting == null ? null : acting.id(),
        acting == null ? null : acting.name(),
        List.copyOf(asked),
        as,
        List.copyOf(circle));
  }

  private static Availability deputy(
      Availability person, Instant at, Function<String, Availability> people) {
    return person.active()
        ? person.absence(at).map(absence -> of(absence.deputyId(), people)).orElse(null)
        : null;
  }

  private static Availability of(String id, Function<String, Availability> people) {
    return id == null ? null : people.apply(id);
  }

  /** Explanation for the substitute. */
  public String why() {
    var reason =
        absence == null
            ? personName + " has left"
            : "%s is away until %s".formatted(personName, DayFormat.said(absence.untilDay()));
    var last = inPlaceOf.get(inPlaceOf.size() - 1);
    return switch (as) {
      case DEPUTY ->
          switch (inPlaceOf.size()) {
            case 1 -> reason + "; you are the deputy.";
            case 2 -> "%1$s, and so is %2$s; you are the deputy of %2$s.".formatted(reason, last);
            default ->
                "%s, and so are %s; you are the deputy of %s."
                    .formatted(
                        reason, String.join(", ", inPlaceOf.subList(1, inPlaceOf.size())), last);
          };
      case MANAGER -> reason + noDeputy() + "; you are the next manager up who is there.";
      case DEPUTY_OF_MANAGER -> reason + noDeputy() + "; you are the deputy of %s.".formatted(last);
      case NONE -> reason + noDeputy() + ", and no manager up to the top.";
    };
  }

  private String noDeputy() {
    return absence == null ? "" : " and no deputy is there";
  }

  /** The days of the absence. Not for former employees. */
  public String days() {
    return DayFormat.said(absence.fromDay(), absence.untilDay());
  }

  /** Whether the absence has a deputy. */
  public boolean hasDeputy() {
    return absence != null && absence.deputyId() != null;
  }
}
