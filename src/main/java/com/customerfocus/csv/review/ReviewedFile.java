package com.customerfocus.csv.review;

import java.time.Instant;
import org.springframework.core.io.InputStreamSource;

/**
 * A file that waits for a decision.
 *
 * @param importedBy id of the person who uploaded it
 * @param uploadedAt when this file came; a corrected one has a time of its own
 * @param fingerprint of the changes that were reviewed; null while the file has errors
 * @param content read from the table piece by piece in the caller's transaction; null when the file
 *     is not kept any more
 */
public record ReviewedFile(
    String fileName,
    String importedBy,
    Instant uploadedAt,
    String fingerprint,
    InputStreamSource content) {

  boolean isKept() {
    return content != null;
  }
}
