package com.customerfocus.engine.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.camunda.bpm.engine.impl.digest.DatabasePrefixHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passwords in the engine's table of users. */
@Component
class StoredPasswords {

  private static final String NONE = "{none}";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 16;

  /** How long a session may outlive a password change on another node. */
  private static final Duration CACHED = Duration.ofSeconds(5);

  private static final int MOST_CACHED = 10_000;

  private final JdbcClient jdbc;
  private final LoadingCache<String, String> fingerprints =
      Caffeine.newBuilder()
          .maximumSize(MOST_CACHED)
          .expireAfterWrite(CACHED)
          .build(id -> find(id).fingerprint());

  StoredPasswords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A stored password.
   *
   * @param hash with the name of its algorithm in front, or null
   * @param salt the engine's, or null
   */
  record Stored(String hash, String salt) {

    /** Whether a login is possible: there is a password. */
    boolean isPassword() {
      return hash != null && !hash.startsWith(NONE);
    }

    /** Changes with the password and reveals nothing of it. */
    String fingerprint() {
      return StoredPasswords.fingerprint(hash);
    }

    String hashWithoutAlgorithm() {
      return new DatabasePrefixHandler().removePrefix(hash);
    }
  }

  private static final Stored NO_ACCOUNT = new Stored(null, null);

  /** Stored hash of an account without a password: random, like a hash. */
  public static String none() {
    var random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return NONE + Base64.getEncoder().encodeToString(random);
  }

  /** PostgreSQL refuses texts with this character, also as a parameter of a query. */
  static boolean canExist(String id) {
    return id.indexOf('\0') < 0;
  }

  /** The stored password of an account that need not exist. */
  Stored find(String id) {
    if (!canExist(id)) {
      return NO_ACCOUNT;
    }
    return jdbc.sql("select PWD_, SALT_ from ACT_ID_USER where ID_ = ?")
        .param(id)
        .query((row, number) -> new Stored(row.getString(1), row.getString(2)))
        .optional()
        .orElse(NO_ACCOUNT);
  }

  /**
   * Whether the account still has the password with this fingerprint. A negative answer is current;
   * a positive one may be a few seconds old.
   */
  boolean isStill(String id, String fingerprint) {
    if (fingerprints.get(id).equals(fingerprint)) {
      return true;
    }
    // The cached value may be older than the session.
    fingerprints.invalidate(id);
    return fingerprints.get(id).equals(fingerprint);
  }

  /** Makes the change visible on this node at once. */
  void changed(String id) {
    fingerprints.invalidate(id);
  }

  static String fingerprint(String hash) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(String.valueOf(hash).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
