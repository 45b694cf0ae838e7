package com.customerfocus.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.util.function.SingletonSupplier;

/**
 * Recognizes an identifier that must not be kept: the same text has the same digest for good, on
 * all nodes, and without the installation's key a digest says nothing about its text, however few
 * texts are possible. Unlike the keys of links this one is never replaced.
 */
public class KeyedDigest {

  private static final String ALGORITHM = "HmacSHA256";

  private final SingletonSupplier<SecretKeySpec> key;

  /**
   * @param key secret bytes, the same on every node; asked for when the first digest is made
   */
  public KeyedDigest(Supplier<byte[]> key) {
    this.key = SingletonSupplier.of(() -> new SecretKeySpec(key.get(), ALGORITHM));
  }

  /** 64 hexadecimal digits. */
  public String of(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key.obtain());
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
