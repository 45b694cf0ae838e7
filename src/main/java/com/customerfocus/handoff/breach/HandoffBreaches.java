package com.customerfocus.handoff.breach;

import com.customerfocus.deadline.level.ClockListener;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.absence.DepartmentHeads;
import com.customerfocus.organization.absence.Deputies;
import com.customerfocus.organization.absence.Substitution;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Puts on record that a side is late, and tells who answers for it: first the head of its
 * department, and when as much time again has passed the head's manager. Who is away is acted for.
 * Clocks stay as they are: a message of the system is never an answer.
 */
@Component
class HandoffBreaches implements ClockListener {

  private final BreachRecords records;
  private final DepartmentHeads heads;
  private final Deputies deputies;
  private final NoticeService notices;
  private final LateParts parts;
  private final Clock clock;

  HandoffBreaches(
      BreachRecords records,
      DepartmentHeads heads,
      Deputies deputies,
      NoticeService notices,
      LateParts parts,
      Clock clock) {
    this.records = records;
    this.heads = heads;
    this.deputies = deputies;
    this.notices = notices;
    this.parts = parts;
    this.clock = clock;
  }

  @Override
  public String subjectKind() {
    return HandoffClocks.KIND;
  }

  @Override
  public void breached(ServiceClock late) {
    records
        .add(late, told(late).orElse(null), clock.instant())
        .ifPresent(
            breach -> {
              notices.record(
                  BreachRenderer.KIND, BreachRenderer.RECIPIENTS, Map.of("breach", breach));
              // The requester of a part is its own reason for a late answer.
              if (!late.metric().equals(HandoffClocks.TIME_TO_ANSWER)) {
                parts.isLate(late.subject().id());
              }
            });
  }

  /** At the top, where there is no manager, the head is told again. */
  private Optional<String> told(ServiceClock late) {
    var manager =
        late.breaches() == 1 ? Optional.<String>empty() : heads.managerOfHead(late.holder());
    return manager.map(this::actingFor).or(() -> heads.stewardOf(late.holder()));
  }

  private String actingFor(String manager) {
    return Optional.ofNullable(deputies.actingFor(Set.of(manager)).get(manager))
        .map(Substitution::actingId)
        .orElse(manager);
  }
}
