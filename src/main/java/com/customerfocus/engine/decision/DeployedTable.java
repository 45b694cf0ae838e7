package com.customerfocus.engine.decision;

import java.time.Instant;

/**
 * A version of a decision table that the engine has.
 *
 * @param source where it comes from: {@code packaged} or {@code uploaded}, a colon, and the SHA-256
 *     of its file
 */
public record DeployedTable(int version, Instant deployedAt, String source) {

  static final String PACKAGED = "packaged:";
  static final String UPLOADED = "uploaded:";

  /** Whether it came with the program. */
  public boolean isPackaged() {
    return source != null && source.startsWith(PACKAGED);
  }
}
