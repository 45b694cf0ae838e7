package com.customerfocus.customercase.introduction.mails;

import com.customerfocus.link.IdTokens;
import com.customerfocus.link.LinkSigner;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * The links to the pages on which contacts outside answer. They never expire, and open nothing of
 * the customer's.
 */
@Component
public class IntroductionLinks {

  /** Where the pages are, below the program's address. */
  public static final String PATH = "/introduction";

  private static final char PURPOSE = 'i';

  private final LinkSigner signer;
  private final IdTokens tokens;

  public IntroductionLinks(LinkSigner signer) {
    this.signer = signer;
    this.tokens = new IdTokens(signer, PURPOSE);
  }

  /** The absolute address of the page of this introduction. */
  public String urlFor(long introductionId) {
    return signer.address(PATH + "/" + tokens.token(introductionId));
  }

  /** The introduction a token is for, or empty when we did not make this token. */
  public OptionalLong introductionOf(String token) {
    return tokens.idOf(token);
  }
}
