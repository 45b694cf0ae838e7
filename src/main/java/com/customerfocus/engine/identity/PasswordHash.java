package com.customerfocus.engine.identity;

import com.customerfocus.access.AccessProperties;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with PBKDF2 and HMAC-SHA256. The stored hash names its number of rounds, so that
 * existing passwords stay valid when the number is raised. (Not bcrypt: it reads 72 bytes, and the
 * engine appends its salt to the password.)
 *
 * <p>A verified password is cached for some minutes as a digest under a key that only this process
 * has, because clients of the API send theirs with each request. The digest includes the stored
 * hash: a changed password invalidates it.
 */
@Component
class PasswordHash implements PasswordEncryptor {

  static final String ALGORITHM = "pbkdf2-sha256";

  private static final String MAC = "HmacSHA256";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MOST_REMEMBERED = 10_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final int iterations;
  private final SecretKeySpec key;
  private final Cache<String, Boolean> right =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  PasswordHash(AccessProperties settings) {
    this.iterations = settings.accounts().passwordIterations();
    var random = new byte[HASH_BYTES];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, MAC);
  }

  @Override
  public String hashAlgorithmName() {
    return ALGORITHM;
  }

  @Override
  public String encrypt(String password) {
    return iterations + "$" + encoder(iterations).encode(password);
  }

  @Override
  public boolean check(String password, String encrypted) {
    if (remembers(password, encrypted)) {
      return true;
    }
    var parts = encrypted.split("\\$", 2);
    var isRight = encoder(Integer.parseInt(parts[0])).matches(password, parts[1]);
    if (isRight) {
      right.put(digest(password, encrypted), true);
    }
    return isRight;
  }

  /** Whether this password was verified recently; cheap. */
  boolean remembers(String password, String encrypted) {
    return right.getIfPresent(digest(password, encrypted)) != null;
  }

  /** A hash that matches no password and takes as long to check as any other. */
  String impossible() {
    return iterations + "$" + "00".repeat(SALT_BYTES + HASH_BYTES);
  }

  private static Pbkdf2PasswordEncoder encoder(int iterations) {
    return new Pbkdf2PasswordEncoder(
        "", SALT_BYTES, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
  }

  private String digest(String password, String encrypted) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(key);
      mac.update(encrypted.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + MAC, e);
    }
  }
}
