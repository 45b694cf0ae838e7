package com.customerfocus.customercase.goodwill;

import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.organization.ManagementLine.Level;
import com.customerfocus.organization.absence.Deputies;
import java.time.Instant;
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
   * The next manager above the owner who may decide, and whose substitute may; empty when there is
   * none.
   *
   * @param from the smallest height above the owner that counts
   * @param offeredBy employee id
   */
  Optional<Level> next(String owner, String offeredBy, int from) {
    // Most offer goodwill for their own cases: both are the same person then.
    var excluded = Stream.of(owner, offeredBy).collect(Collectors.toSet());
    return GoodwillRules.approver(line.upwards(owner), from, excluded, this::actingFor);
  }

  /** The person, or who acts for them while they are away; null when no person can. */
  String actingFor(String person) {
    return Optional.ofNullable(deputies.actingFor(Set.of(person)).get(person))
        .map(it -> Optional.ofNullable(it.actingId()))
        .orElseGet(() -> Optional.of(person))
        .orElse(null);
  }

  /** Until when a manager who is asked now decides. */
  Instant due(String manager) {
    return dates.inDays(GoodwillRules.DAYS_TO_APPROVE, manager);
  }
}
