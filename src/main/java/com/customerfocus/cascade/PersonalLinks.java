package com.customerfocus.cascade;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The links to personal pages. A link names its receipt and carries a signature, so that it can
 * neither be guessed nor be turned into another person's, and no table of links is needed.
 *
 * <p>A token is the receipt's id (8 bytes) and the first 128 bits of its HMAC-SHA256, together 32
 * characters of URL-safe Base64; each receipt has exactly one.
 */
public class PersonalLinks {

  /** Where personal pages live, below the program's address. */
  public static final String PATH = "/memo/";

  static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE_BYTES = 16;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");
  // Keeps a signature made for another purpose with the same key from opening a personal page.
  private static final byte PURPOSE = 'm';

  private final String pages;
  private final SecretKeySpec key;

  /**
   * @param baseUrl the address people reach the program at, such as {@code https://focus.example}
   * @param key at least 32 secret bytes, the same on every node
   * @throws IllegalArgumentException if one of them is not usable
   */
  public PersonalLinks(String baseUrl, byte[] key) {
    if (!canStartWith(baseUrl)) {
      throw new IllegalArgumentException(
          "\"%s\" is not an address people can open, such as https://focus.example"
              .formatted(baseUrl));
    }
    if (key.length < KEY_BYTES) {
      throw new IllegalArgumentException(
          "The key has %d bytes; at least %d are needed".formatted(key.length, KEY_BYTES));
    }
    this.pages = baseUrl.replaceFirst("/+$", "") + PATH;
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Whether a browser can open addresses that start so. */
  static boolean canStartWith(String baseUrl) {
    return baseUrl.matches("https?://[\\w.:\\[\\]-]+(/[\\w./~%-]*)?");
  }

  /** The absolute address of the personal page of this receipt. */
  public String urlFor(long receiptId) {
    return pages + token(receiptId);
  }

  /** The receipt a token is for, or empty when we did not make this token. */
  public OptionalLong receiptOf(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return OptionalLong.empty();
    }
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    var receiptId = bytes.getLong();
    var signature = new byte[SIGNATURE_BYTES];
    bytes.get(signature);
    return MessageDigest.isEqual(signature, signature(receiptId))
        ? OptionalLong.of(receiptId)
        : OptionalLong.empty();
  }

  private String token(long receiptId) {
    var bytes = ByteBuffer.allocate(Long.BYTES + SIGNATURE_BYTES);
    bytes.putLong(receiptId).put(signature(receiptId));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private byte[] signature(long receiptId) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(PURPOSE);
      return Arrays.copyOf(
          mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(receiptId).array()), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
