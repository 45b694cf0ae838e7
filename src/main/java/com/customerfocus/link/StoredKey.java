package com.customerfocus.link;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A random key of this installation, the same on all nodes, kept in table {@code secret}. */
class StoredKey {

  private final JdbcClient jdbc;
  private final String name;

  StoredKey(JdbcClient jdbc, String name) {
    this.jdbc = jdbc;
    this.name = name;
  }

  /**
   * The key; the first node that asks for it makes it for all. Not within a transaction, which a
   * second node that makes it at the same moment would spoil.
   */
  byte[] find() {
    return stored()
        .or(
            () -> {
              store();
              return stored();
            })
        .orElseThrow();
  }

  private Optional<byte[]> stored() {
    return jdbc.sql("select content from secret where name = ?")
        .param(name)
        .query(String.class)
        .optional()
        .map(Base64.getDecoder()::decode);
  }

  private void store() {
    var key = new byte[LinkSigner.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    try {
      jdbc.sql("insert into secret (name, content) values (?, ?)")
          .params(name, Base64.getEncoder().encodeToString(key))
          .update();
    } catch (DuplicateKeyException e) {
      // Another node was faster; its key is that of all nodes.
    }
  }
}
