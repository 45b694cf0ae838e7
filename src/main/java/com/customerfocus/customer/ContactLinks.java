package com.customerfocus.customer;

import com.customerfocus.link.IdTokens;
import com.customerfocus.link.LinkSigner;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * The links to the contact settings of customers. They never expire: a customer must be able to end
 * letters by the oldest of them.
 */
@Component
public class ContactLinks {

  /** Where the pages are, below the program's address. */
  public static final String PATH = "/contact";

  /** Below a customer's page: where a mail program sends that it wants no more letters. */
  public static final String UNSUBSCRIBE = "/unsubscribe";

  private static final char PURPOSE = 'c';

  private final LinkSigner signer;
  private final IdTokens tokens;

  public ContactLinks(LinkSigner signer) {
    this.signer = signer;
    this.tokens = new IdTokens(signer, PURPOSE);
  }

  /** The absolute address of the contact settings of this customer. */
  public String urlFor(long customerId) {
    return signer.address(PATH + "/" + tokens.token(customerId));
  }

  /** The absolute address to which a mail program sends POST to end letters. */
  String unsubscribeUrlFor(long customerId) {
    return urlFor(customerId) + UNSUBSCRIBE;
  }

  /** The customer a token is for, or empty when we did not make this token. */
  public OptionalLong customerOf(String token) {
    return tokens.idOf(token);
  }
}
