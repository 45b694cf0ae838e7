package com.customerfocus.customer.imports;

import java.time.Instant;

/**
 * A file that changed customers, or was meant to.
 *
 * @param importedBy id of the administrator who uploaded it; null for the program itself
 * @param decidedBy id of the administrator who applied or discarded it; null without a review
 * @param endedAt when it was applied or discarded; null until then
 * @param reason why it was discarded
 * @param customers number of customers afterwards; null, like all numbers, until it was applied
 */
public record CustomerImport(
    long id,
    String fileName,
    String importedBy,
    Instant uploadedAt,
    CustomerImportState state,
    String decidedBy,
    Instant endedAt,
    String reason,
    Integer customers,
    Integer added,
    Integer changed,
    Integer leftOut) {}
