package com.customerfocus.access;

import java.util.Collection;
import java.util.Map;

/** The passwords that the engine keeps. */
public interface Passwords {

  /**
   * An account as far as its password is concerned.
   *
   * @param name of its owner, or its id when no name is known
   * @param mail the owner's address, or null
   * @param fingerprint changes with the password and tells nothing of it
   * @param isSet whether a login is possible: there is a password
   */
  record Login(String id, String name, String mail, String fingerprint, boolean isSet) {}

  /** What became of a new password. */
  enum Outcome {
    SET,
    /** The account is gone, or its password was changed since. */
    OUTDATED,
    TOO_SHORT,
    /** Contains the id, a name or the mail address of its owner. */
    PERSONAL,
    GUESSABLE
  }

  /** The fewest characters of a password. */
  int SHORTEST = 12;

  /** These accounts by id, without those that do not exist; in one query. */
  Map<String, Login> find(Collection<String> ids);

  /**
   * Sets the password of an account, if it still has the one that the fingerprint is of. Ends what
   * holds back its logins, and its sessions in the web applications.
   */
  Outcome set(String id, String fingerprint, String password);
}
