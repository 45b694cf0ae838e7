package com.customerfocus.organization.imports;

import java.time.Instant;

/**
 * A file that changed the organization, or was meant to.
 *
 * @param importedBy id of the administrator who uploaded it; null for the file that is imported at
 *     start
 * @param decidedBy id of the administrator who applied or discarded it; null without a review
 * @param endedAt when it was applied or discarded; null until then
 * @param reason why it was discarded
 * @param people number of people afterwards; null, like all numbers, until it was applied
 */
public record OrganizationImport(
    long id,
    String fileName,
    String importedBy,
    Instant uploadedAt,
    ImportState state,
    String decidedBy,
    Instant endedAt,
    String reason,
    Integer people,
    Integer joiners,
    Integer leavers,
    Integer moves,
    Integer newDepartments,
    Integer closedDepartments) {}
