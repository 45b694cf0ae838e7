package com.customerfocus.link;

import com.customerfocus.support.InvalidSettingException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/** The key that signs links: the configured one, or one that the installation generates. */
class LinkKey {

  static final String PROPERTY = "customer-focus.links.key";

  private static final String NAME = "personal-links";

  private final JdbcClient jdbc;

  LinkKey(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param configured value of {@value #PROPERTY}, Base64, or empty for the installation's own key,
   *     which the first node generates for all nodes
   * @throws InvalidSettingException if the configured key is invalid; never quotes it
   */
  byte[] find(String configured) {
    if (StringUtils.hasText(configured)) {
      return decode(configured.strip());
    }
    return stored()
        .or(
            () -> {
              store();
              return stored();
            })
        .orElseThrow();
  }

  private static byte[] decode(String configured) {
    try {
      var key = Base64.getDecoder().decode(configured);
      if (key.length >= LinkSigner.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Not Base64: same message as for a key that is too short.
    }
    throw new InvalidSettingException(
        "%s must be at least %d random bytes in Base64.".formatted(PROPERTY, LinkSigner.KEY_BYTES),
        "Set it to the output of \"openssl rand -base64 32\", the same on every node, or unset it"
            + " to let the installation make its own.");
  }

  private Optional<byte[]> stored() {
    return jdbc.sql("select content from secret where name = ?")
        .param(NAME)
        .query(String.class)
        .optional()
        .map(Base64.getDecoder()::decode);
  }

  private void store() {
    var key = new byte[LinkSigner.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    try {
      jdbc.sql("insert into secret (name, content) values (?, ?)")
          .params(NAME, Base64.getEncoder().encodeToString(key))
          .update();
    } catch (DuplicateKeyException e) {
      // Another node has stored its key first, which all nodes use.
    }
  }
}
