package com.customerfocus.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The header with which the same call again is the same record. */
public final class IdempotencyKeys {

  public static final String HEADER = "Idempotency-Key";

  /** For the documentation of the parameter. */
  public static final String DESCRIPTION =
      "1 to 100 letters, digits and signs of your own, for this call only";

  private IdempotencyKeys() {}

  /**
   * The key as it came.
   *
   * @param key or null
   * @throws ResponseStatusException when it cannot be a key
   */
  public static String checked(String key) {
    if (key != null && !key.matches("[\\x21-\\x7e]{1,100}")) {
      throw ApiRefusal.of(HttpStatus.BAD_REQUEST, "api.request-key");
    }
    return key;
  }
}
