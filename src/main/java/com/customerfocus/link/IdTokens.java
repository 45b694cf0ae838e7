package com.customerfocus.link;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Tokens in links that name a record by its id and carry a signature. A token is the id (8 bytes)
 * and the signature, together 32 characters of URL-safe Base64; each id has exactly one.
 */
public final class IdTokens {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

  private final LinkSigner signer;
  private final char purpose;

  /**
   * @param purpose one character for each kind of link, never reused
   */
  public IdTokens(LinkSigner signer, char purpose) {
    this.signer = signer;
    this.purpose = purpose;
  }

  public String token(long id) {
    var content = content(id);
    var bytes =
        ByteBuffer.allocate(content.length + LinkSigner.SIGNATURE_BYTES)
            .put(content)
            .put(signer.sign(purpose, content));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** The id a token is for, or empty when we did not make this token for this kind of link. */
  public OptionalLong idOf(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return OptionalLong.empty();
    }
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    var id = bytes.getLong();
    var signature = new byte[LinkSigner.SIGNATURE_BYTES];
    bytes.get(signature);
    return signer.isSignature(purpose, content(id), signature)
        ? OptionalLong.of(id)
        : OptionalLong.empty();
  }

  private static byte[] content(long id) {
    return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
  }
}
