package com.customerfocus.link;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.Texts;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that links are signed with: the configured ones, or the installation's own. */
class LinkKeys {

  static final String PROPERTY = "customer-focus.links.keys";

  /** In the place of a configured key: the installation's own. */
  static final String OWN = "own";

  private static final String NAME = "personal-links";

  private final JdbcClient jdbc;

  LinkKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The keys in use, the one that signs first.
   *
   * @param configured what {@value #PROPERTY} says: Base64, or {@value #OWN} for the installation's
   *     own key, which the first node that asks for it makes for all; nothing means that one alone
   * @throws InvalidSettingException if a configured key is not usable; never quotes it
   */
  byte[][] find(List<String> configured) {
    var keys = configured.isEmpty() ? List.of(OWN) : configured;
    return keys.stream()
        .map(Texts::strip)
        .map(key -> key.equals(OWN) ? own() : decode(key))
        .toArray(byte[][]::new);
  }

  private byte[] own() {
    return new StoredKey(jdbc, NAME).find();
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
        "Each of %s must be at least %d random bytes in Base64, or \"%s\"."
            .formatted(PROPERTY, LinkSigner.KEY_BYTES, OWN),
        "Set it to the output of \"openssl rand -base64 32\", the same on every node, or unset it"
            + " to let the installation make its own. To replace a key, put the new one in front"
            + " of it, and a comma between them.");
  }
}
