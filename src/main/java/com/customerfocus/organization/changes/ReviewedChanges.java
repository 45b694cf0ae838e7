package com.customerfocus.organization.changes;

import java.util.List;
import java.util.Optional;

/**
 * What a review of an import shows of its changes.
 *
 * @param fields changes by field, rights first
 * @param unusual fields that change for a large part of the organization
 * @param reusedMails people who get mail addresses that others have today
 * @param newDepartments names of departments that have people now and had none
 * @param closedDepartments names of departments without people
 */
public record ReviewedChanges(
    List<FieldChanges> fields,
    List<UnusualChange> unusual,
    Optional<ReusedMails> reusedMails,
    List<String> newDepartments,
    List<String> closedDepartments) {

  /** Whether this warning of the report is among what is unusual. */
  public boolean tells(String warning) {
    return unusual.stream().anyMatch(it -> it.sentence().equals(warning))
        || reusedMails.filter(it -> it.sentence().equals(warning)).isPresent();
  }
}
