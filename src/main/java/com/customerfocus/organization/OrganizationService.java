package com.customerfocus.organization;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who works here, in which department. */
@Service
public class OrganizationService {

  private final OrganizationTables tables;

  OrganizationService(OrganizationTables tables) {
    this.tables = tables;
  }

  /** Keeps imports out until the caller's transaction ends: the organization stays as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock() {
    tables.lock();
  }

  /** The person, also when they have left; empty when they never worked here. */
  public Optional<Person> person(String id) {
    return tables.person(id);
  }

  /** These people in no particular order, also those who have left, without the unknown. */
  public List<Person> people(Collection<String> ids) {
    return tables.people(ids);
  }

  /** The departments that have people, by name. */
  public List<Department> departments() {
    return tables.departments().stream()
        .filter(StoredDepartment::active)
        .map(StoredDepartment::department)
        .toList();
  }
}
