package com.customerfocus.decision;

import java.time.Instant;

/**
 * A version of a table that the engine has or had.
 *
 * @param packaged whether it came with the program
 * @param uploadedBy name of the person; null where it was not uploaded on the page
 * @param upload null likewise
 */
public record TableVersion(
    int version, Instant deployedAt, boolean packaged, String uploadedBy, TableUpload upload) {}
