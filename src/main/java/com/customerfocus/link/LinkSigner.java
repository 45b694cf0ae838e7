package com.customerfocus.link;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the content of links with the installation's key, so that links cannot be guessed or turned
 * into another person's, and no table of links is needed.
 *
 * <p>A signature is the first 128 bits of an HMAC-SHA256 over a byte that names the kind of link
 * and the content: a signature made for one kind opens no page of another. The first key signs,
 * each verifies: so keys can be replaced without ending the links that are in people's mails.
 */
public class LinkSigner {

  /** Length of a signature in bytes. */
  public static final int SIGNATURE_BYTES = 16;

  static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final ProgramAddress program;
  private final List<SecretKeySpec> keys;

  /**
   * @param baseUrl the address people reach the program at, such as {@code https://focus.example}
   * @param keys at least one, of at least 32 secret bytes each, the same on every node
   * @throws IllegalArgumentException if one of them is not usable
   */
  public LinkSigner(String baseUrl, byte[]... keys) {
    this.program = new ProgramAddress(baseUrl);
    this.keys = Arrays.stream(keys).map(LinkSigner::key).toList();
  }

  private static SecretKeySpec key(byte[] key) {
    if (key.length < KEY_BYTES) {
      throw new IllegalArgumentException(
          "The key has %d bytes; at least %d are needed".formatted(key.length, KEY_BYTES));
    }
    return new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * The absolute address of a page of this program.
   *
   * @param path from the program's root, such as {@code /memo/}
   */
  public String address(String path) {
    return program.baseUrl() + path;
  }

  /**
   * The signature of this content.
   *
   * @param purpose one byte for each kind of link, never reused
   */
  public byte[] sign(char purpose, byte[] content) {
    return sign(keys.get(0), purpose, content);
  }

  private static byte[] sign(SecretKeySpec key, char purpose, byte[] content) {
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
    return keys.stream()
        .anyMatch(key -> MessageDigest.isEqual(signature, sign(key, purpose, content)));
  }
}
