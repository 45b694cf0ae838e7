package com.customerfocus.cascade.receipt;

import com.customerfocus.link.IdTokens;
import com.customerfocus.link.LinkSigner;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The links to personal pages. A link names its receipt and carries a signature. */
@Component
public class ReceiptLinks {

  /** Where personal pages live, below the program's address. */
  public static final String PATH = "/memo/";

  private static final char PURPOSE = 'm';

  private final LinkSigner signer;
  private final IdTokens tokens;

  public ReceiptLinks(LinkSigner signer) {
    this.signer = signer;
    this.tokens = new IdTokens(signer, PURPOSE);
  }

  /** The absolute address of the personal page of this receipt. */
  public String urlFor(long receiptId) {
    return signer.address(PATH + tokens.token(receiptId));
  }

  /** The receipt a token is for, or empty when we did not make this token. */
  public OptionalLong receiptOf(String token) {
    return tokens.idOf(token);
  }
}
