package com.customerfocus.customercase.survey;

import com.customerfocus.link.IdTokens;
import com.customerfocus.link.LinkSigner;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The links to the questions after a case. They never expire. */
@Component
public class SurveyLinks {

  /** Where the pages are, below the program's address. */
  public static final String PATH = "/case-questions";

  private static final char PURPOSE = 'q';

  private final LinkSigner signer;
  private final IdTokens tokens;

  public SurveyLinks(LinkSigner signer) {
    this.signer = signer;
    this.tokens = new IdTokens(signer, PURPOSE);
  }

  /** The absolute address of the questions of this number. */
  public String urlFor(long surveyId) {
    return signer.address(PATH + "/" + tokens.token(surveyId));
  }

  /** The questions a token is for, or empty when we did not make this token. */
  public OptionalLong surveyOf(String token) {
    return tokens.idOf(token);
  }
}
