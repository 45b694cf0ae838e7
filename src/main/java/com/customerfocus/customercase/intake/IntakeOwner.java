package com.customerfocus.customercase.intake;

import com.customerfocus.organization.Department;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.Texts;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who owns cases of customers who have no employee of their own. */
@Component
class IntakeOwner {

  private final IntakeProperties settings;
  private final OrganizationService organization;

  IntakeOwner(IntakeProperties settings, OrganizationService organization) {
    this.settings = settings;
    this.organization = organization;
  }

  /**
   * Employee id; empty when none is set, or there is no such person and no such department, or it
   * has no head. A person who is away or has left is replaced when the case begins.
   */
  Optional<String> id() {
    var owner = Texts.stripToNull(settings.owner());
    return owner == null
        ? Optional.empty()
        : organization.person(owner).map(Person::id).or(() -> headOf(owner));
  }

  private Optional<String> headOf(String department) {
    return organization.departments().stream()
        .filter(
            it -> it.id().equalsIgnoreCase(department) || it.name().equalsIgnoreCase(department))
        .map(Department::headId)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
