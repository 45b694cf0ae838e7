package com.customerfocus.idempotency;

import java.util.Optional;

/** The records of a capability that calls with a key have made. */
public interface KeyedRecords {

  /**
   * A record that was made with a key.
   *
   * @param id its number
   * @param digest of the call that made it
   */
  record Keyed(long id, String digest) {}

  /** The record that this person made with this key. */
  Optional<Keyed> findKeyed(String person, String key);

  /**
   * Keeps with which key a record was made.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the person has made another one with
   *     this key meanwhile: a unique constraint on the two decides, on one node or on several
   */
  void keepKey(long id, String key, String digest);
}
