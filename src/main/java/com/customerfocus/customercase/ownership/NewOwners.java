package com.customerfocus.customercase.ownership;

import com.customerfocus.access.Actor;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.absence.Deputies;
import com.customerfocus.support.InvalidInputException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who owns a case from then on when it is taken over. No case goes to a person who is not there.
 */
@Component
public class NewOwners {

  private final Deputies deputies;
  private final OrganizationService organization;

  NewOwners(Deputies deputies, OrganizationService organization) {
    this.deputies = deputies;
    this.organization = organization;
  }

  /**
   * The person who was asked, or the employee who takes it over in that person's place: as their
   * substitute, or because an administrator gave them the task.
   *
   * @param asked employee id
   * @return employee id
   * @throws InvalidInputException when that person is away or has left
   */
  public String owner(String asked, Actor by) {
    var isInPlace = by.entrusted() || asked.equals(by.actsFor());
    var owner = isInPlace && organization.person(by.id()).isPresent() ? by.id() : asked;
    if (!isThere(owner)) {
      throw new InvalidInputException("refusal.ownership.not-there");
    }
    return owner;
  }

  boolean isThere(String person) {
    return !deputies.actingFor(List.of(person)).containsKey(person);
  }
}
