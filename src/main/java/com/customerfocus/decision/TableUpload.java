package com.customerfocus.decision;

import java.time.Instant;

/**
 * A table that a person uploaded.
 *
 * @param version that the engine gave it
 * @param uploadedBy login
 * @param sha256 of the file
 * @param note why, in the person's words
 * @param applied whether it was applied to work that ran, too
 * @param changed how much of that it changed
 */
public record TableUpload(
    int version,
    Instant uploadedAt,
    String uploadedBy,
    String sha256,
    String note,
    boolean applied,
    int changed) {}
