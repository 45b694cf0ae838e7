package com.customerfocus.handoff.breach;

import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.organization.absence.DepartmentHeads;
import com.customerfocus.organization.absence.Deputies;
import com.customerfocus.organization.absence.Substitution;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who is told that a side is late: first the head of its department, then the head's manager. Who
 * is away is acted for.
 */
@Component
class BreachRecipients {

  private final DepartmentHeads heads;
  private final Deputies deputies;

  BreachRecipients(DepartmentHeads heads, Deputies deputies) {
    this.heads = heads;
    this.deputies = deputies;
  }

  /** Employee id. At the top, where there is no manager, the head is told again. */
  Optional<String> told(ServiceClock late) {
    var manager =
        late.breaches() == 1 ? Optional.<String>empty() : heads.managerOfHead(late.holder());
    return manager.map(this::actingFor).or(() -> answering(late));
  }

  /** Employee id of the person who answers for the department now. */
  Optional<String> answering(ServiceClock late) {
    return heads.stewardOf(late.holder());
  }

  private String actingFor(String manager) {
    return Optional.ofNullable(deputies.actingFor(Set.of(manager)).get(manager))
        .map(Substitution::actingId)
        .orElse(manager);
  }
}
