package com.customerfocus.organization.imports;

import java.time.Instant;

/**
 * One file that changed the organization, or was to.
 *
 * @param importedBy id of whoever uploaded it; null for the file that is imported at start
 * @param decidedBy id of whoever had its changes made, or discarded it; null without a review
 * @param endedAt when it had changed the organization or was discarded; null until then
 * @param reason why it was discarded
 * @param people how many worked here afterwards; as all counts null until it was applied
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
