package com.customerfocus.organization.absence.process;

import com.customerfocus.engine.task.SubstituteResolver;
import com.customerfocus.organization.absence.Deputies;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the engine who acts for whom in the organization. */
@Component
class OrganizationSubstitutes implements SubstituteResolver {

  private final Deputies deputies;

  OrganizationSubstitutes(Deputies deputies) {
    this.deputies = deputies;
  }

  @Override
  public Map<String, ActingPerson> actingFor(Collection<String> people) {
    return deputies.actingFor(people).values().stream()
        .collect(
            Collectors.toMap(
                com.customerfocus.organization.absence.Substitution::personId,
                acting -> new ActingPerson(acting.actingId(), acting.personName(), acting.why())));
  }
}
