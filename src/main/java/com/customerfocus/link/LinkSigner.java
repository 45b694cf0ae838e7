package com.customerfocus.link;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the content of links with the installation's key, so that links cannot be guessed or turned
 * into another person's, and no table of links is needed.
 *
 * <p>A signature is the first 128 bits of an HMAC-SHA256 over a byte for the kind of link and the
 * content: a signature for one kind opens no page of another.
 */
public class LinkSigner {

  /** Length of a signature in bytes. */
  public static final int SIGNATURE_BYTES = 16;

  static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final String baseUrl;
  private final SecretKeySpec key;

  /**
   * @param baseUrl the program's address for people, such as {@code https://focus.example}
   * @param key at least 32 secret bytes, the same on every node
   * @throws IllegalArgumentException if one of them is invalid
   */
  public LinkSigner(String baseUrl, byte[] key) {
    if (!canStartWith(baseUrl)) {
      throw new IllegalArgumentException(
          "\"%s\" is not an address people can open, such as https://focus.example"
              .formatted(baseUrl));
    }
    if (key.length < KEY_BYTES) {
      throw new IllegalArgumentException(
          "The key has %d bytes; at least %d are needed".formatted(key.length, KEY_BYTES));
    }
    this.baseUrl = baseUrl.replaceFirst("/+$", "");
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Whether browsers can open addresses with this start. */
  static boolean canStartWith(String baseUrl) {
    return baseUrl.matches("https?://[\\w.:\\[\\]-]+(/[\\w./~%-]*)?");
  }

  /**
   * The absolute address of a page of this program.
   *
   * @param path from the program's root, such as {@code /memo/}
   */
  public String address(String path) {
    return baseUrl + path;
  }

  /**
   * The signature of this content.
   *
   * @param purpose one byte for each kind of link, never reused
   */
  public byte[] sign(char purpose, byte[] content) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((byte) purpose);
      return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  /** Whether the signature is valid; takes equally long for each invalid one. */
  public boolean isSignature(char purpose, byte[] content, byte[] signature) {
    return MessageDigest.isEqual(signature, sign(purpose, content));
  }
}
