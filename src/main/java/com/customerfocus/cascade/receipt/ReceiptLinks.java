package com.customerfocus.cascade.receipt;

import com.customerfocus.link.LinkSigner;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The links to personal pages. A link names its receipt and carries a signature.
 *
 * <p>A token is the receipt's id (8 bytes) and its signature, together 32 characters of URL-safe
 * Base64; each receipt has exactly one.
 */
@Component
public class ReceiptLinks {

  /** Where personal pages live, below the program's address. */
  public static final String PATH = "/memo/";

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");
  private static final char PURPOSE = 'm';

  private final LinkSigner signer;

  public ReceiptLinks(LinkSigner signer) {
    this.signer = signer;
  }

  /** The absolute address of the personal page of this receipt. */
  public String urlFor(long receiptId) {
    return signer.address(PATH + token(receiptId));
  }

  /** Whether browsers open personal pages over HTTPS. */
  public boolean areEncrypted() {
    return signer.address(PATH).startsWith("https:");
  }

  /** The receipt a token is for, or empty when we did not make this token. */
  public OptionalLong receiptOf(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return OptionalLong.empty();
    }
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    var receiptId = bytes.getLong();
    var signature = new byte[LinkSigner.SIGNATURE_BYTES];
    bytes.get(signature);
    return signer.isSignature(PURPOSE, content(receiptId), signature)
        ? OptionalLong.of(receiptId)
        : OptionalLong.empty();
  }

  private String token(long receiptId) {
    var content = content(receiptId);
    var bytes =
        ByteBuffer.allocate(content.length + LinkSigner.SIGNATURE_BYTES)
            .put(content)
            .put(signer.sign(PURPOSE, content));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static byte[] content(long receiptId) {
    return ByteBuffer.allocate(Long.BYTES).putLong(receiptId).array();
  }
}
