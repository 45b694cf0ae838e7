package com.customerfocus.customercase.news;

import com.customerfocus.link.IdTokens;
import com.customerfocus.link.LinkSigner;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The links to customers' pages of their cases. They never expire, and each case has one. */
@Component
public class CaseLinks {

  /** Where the pages are, below the program's address. */
  public static final String PATH = "/case";

  private static final char PURPOSE = 'k';

  private final LinkSigner signer;
  private final IdTokens tokens;

  public CaseLinks(LinkSigner signer) {
    this.signer = signer;
    this.tokens = new IdTokens(signer, PURPOSE);
  }

  /** The absolute address of the page of this case. */
  public String urlFor(long caseId) {
    return signer.address(PATH + "/" + tokens.token(caseId));
  }

  /** The case a token is for, or empty when we did not make this token. */
  public OptionalLong caseOf(String token) {
    return tokens.idOf(token);
  }
}
