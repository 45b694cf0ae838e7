package com.customerfocus.organization.process;

import com.customerfocus.engine.StandIns;
import com.customerfocus.organization.Deputies;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the engine who acts for whom in the organization. */
@Component
class OrganizationStandIns implements StandIns {

  private final Deputies deputies;

  OrganizationStandIns(Deputies deputies) {
    this.deputies = deputies;
  }

  @Override
  public Map<String, StandIn> actingFor(Collection<String> people) {
    return deputies.actingFor(people).values().stream()
        .collect(
            Collectors.toMap(
                com.customerfocus.organization.StandIn::personId,
                acting -> new StandIn(acting.actingId(), acting.personName(), acting.why())));
  }
}
