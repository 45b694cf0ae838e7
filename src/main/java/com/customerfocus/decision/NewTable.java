package com.customerfocus.decision;

import com.customerfocus.support.Filled;
import jakarta.validation.constraints.Size;

/**
 * What a person decides to upload.
 *
 * @param xml the file
 * @param sha256 of the file that was previewed
 * @param basedOn version that was current at the preview
 * @param note why
 * @param apply whether work that runs is changed, too
 */
public record NewTable(
    String xml,
    String sha256,
    int basedOn,
    @Filled(message = "refusal.table.note")
        @Size(max = 1000, message = "refusal.table.note-too-long")
        String note,
    boolean apply) {}
