package com.customerfocus.customercase.goodwill;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.goodwill.GoodwillRecords.Waiting;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.organization.ManagementLine.Level;
import com.customerfocus.organization.absence.Deputies;
import com.customerfocus.organization.absence.Substitution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the manager who decides about goodwill, and until when. */
@Component
class Approvers {

  private final ManagementLine line;
  private final Deputies deputies;
  private final PersonalDueDates dates;

  Approvers(ManagementLine line, Deputies deputies, PersonalDueDates dates) {
    this.line = line;
    this.deputies = deputies;
    this.dates = dates;
  }

  /**
   * A manager who is asked to decide.
   *
   * @param approverId employee id
   * @param height how far above the owner
   * @param until until when the manager decides
   * @param isLast whether no manager above may decide in their place
   */
  record Asked(String approverId, int height, Instant until, boolean isLast) {}

  /**
   * The nearest manager above the owner who may decide, and whose substitute may; empty when there
   * is none.
   *
   * @param offeredBy employee id
   */
  Optional<Asked> nearest(String owner, String offeredBy) {
    return from(1, line.upwards(owner), owner, offeredBy);
  }

  /**
   * The next one above this manager; the nearest one where this manager is not above the owner, who
   * may be another one than when the manager was asked.
   */
  Optional<Asked> above(String manager, String owner, String offeredBy) {
    var levels = line.upwards(owner);
    return from(height(manager, levels).orElse(0) + 1, levels, owner, offeredBy);
  }

  /** As far up as this manager, who cannot decide, or further; else the nearest one. */
  Optional<Asked> inPlaceOf(Waiting stuck, String owner) {
    var levels = line.upwards(owner);
    var height = height(stuck.approverId(), levels).orElse(stuck.askedHeight());
    return from(height, levels, owner, stuck.offeredBy())
        .or(() -> from(1, levels, owner, stuck.offeredBy()));
  }

  private static Optional<Integer> height(String manager, List<Level> levels) {
    return levels.stream().filter(it -> it.id().equals(manager)).map(Level::height).findFirst();
  }

  private Optional<Asked> from(int height, List<Level> levels, String owner, String offeredBy) {
    return mayDecide(height, levels, owner, offeredBy)
        .map(
            it ->
                new Asked(
                    it.id(),
                    it.height(),
                    dates.inDays(GoodwillRules.DAYS_TO_APPROVE, it.id()),
                    mayDecide(it.height() + 1, levels, owner, offeredBy).isEmpty()));
  }

  private Optional<Level> mayDecide(
      int height, List<Level> levels, String owner, String offeredBy) {
    return GoodwillRules.approver(levels, height, excluded(owner, offeredBy), this::actingFor);
  }

  /** Most offer goodwill for their own cases: both are the same person then. */
  private static Set<String> excluded(String owner, String offeredBy) {
    return Stream.of(owner, offeredBy).collect(Collectors.toSet());
  }

  /**
   * Those of these about which the manager who is asked cannot decide any more: that manager has
   * left, owns the case now, or is away and the owner acts for them. The number of statements does
   * not depend on how many wait.
   */
  List<Waiting> stuck(List<Waiting> waiting) {
    var asked = waiting.stream().map(Waiting::approverId).collect(Collectors.toSet());
    var acting = asked.isEmpty() ? Map.<String, Substitution>of() : deputies.actingFor(asked);
    return waiting.stream().filter(it -> isStuck(it, acting.get(it.approverId()))).toList();
  }

  private static boolean isStuck(Waiting it, Substitution substitution) {
    var hasLeft = substitution != null && substitution.absence() == null;
    var acting = substitution == null ? it.approverId() : substitution.actingId();
    return hasLeft
        || !GoodwillRules.mayDecide(
            it.approverId(), excluded(it.ownerId(), it.offeredBy()), acting);
  }

  /**
   * Goodwill is offered and taken back by the owner of its case, or by the person who acts for
   * them.
   *
   * @throws NotAllowedException when the case is not this person's
   */
  void mustActForOwner(CustomerCase about, Actor by) {
    if (!by.id().equals(actingFor(about.ownerId()))) {
      by.mustActFor("refusal.case.not-yours", about.ownerId());
    }
  }

  /** The person, or who acts for them while they are away; null when no person can. */
  String actingFor(String person) {
    return Optional.ofNullable(deputies.actingFor(Set.of(person)).get(person))
        .map(it -> Optional.ofNullable(it.actingId()))
        .orElseGet(() -> Optional.of(person))
        .orElse(null);
  }

  /** The same manager once more, as no other one is above. */
  Asked again(Goodwill goodwill) {
    return new Asked(
        goodwill.approverId(),
        goodwill.askedHeight(),
        dates.inDays(GoodwillRules.DAYS_TO_APPROVE, goodwill.approverId()),
        true);
  }
}
