package com.customerfocus.notice;

import com.customerfocus.link.LinkSigner;
import com.customerfocus.link.ProgramAddress;

/** Addresses with tokens, for tests of other rooms, as mails carry them. */
public final class TestTokens {

  private final ReplyTokens tokens;

  public TestTokens(LinkSigner signer) {
    tokens =
        new ReplyTokens(signer, new ProgramAddress("https://focus.example"), "reply@focus.example");
  }

  public String reply(long noticeId) {
    return tokens.replyAddress(noticeId).orElseThrow();
  }

  public String bounce(long noticeId) {
    return tokens.bounceAddress(noticeId).orElseThrow();
  }
}
