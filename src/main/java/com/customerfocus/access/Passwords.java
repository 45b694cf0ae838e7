package com.customerfocus.access;

import java.util.Collection;
import java.util.Map;

/** Passwords in the engine. */
public interface Passwords {

  /**
   * An account's data about its password.
   *
   * @param name of its owner, or its id when no name is known
   * @param mail the owner's address, or null
   * @param fingerprint changes with the password and reveals nothing of it
   * @param isSet whether a login is possible: there is a password
   */
  record Login(String id, String name, String mail, String fingerprint, boolean isSet) {}

  /** Outcome of setting a password. */
  enum Outcome {
    SET,
    /** The account was deleted, or its password has changed. */
    OUTDATED,
    TOO_SHORT,
    /** Contains the id, a name or the mail address of its owner. */
    PERSONAL,
    GUESSABLE
  }

  /** Minimum length of a password. */
  int SHORTEST = 12;

  /** Those of these accounts that exist, by id; one query. */
  Map<String, Login> find(Collection<String> ids);

  /**
   * Sets an account's password if the fingerprint still matches. Ends its login delays and its
   * sessions in the web applications.
   */
  Outcome set(String id, String fingerprint, String password);
}
