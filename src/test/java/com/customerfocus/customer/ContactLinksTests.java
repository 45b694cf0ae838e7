package com.customerfocus.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.link.IdTokens;
import com.customerfocus.link.LinkSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactLinksTests {

  private final LinkSigner signer = new LinkSigner("https://focus.example", new byte[32]);
  private final ContactLinks links = new ContactLinks(signer);

  @Test
  void aLinkLeadsToItsCustomer() {
    var token = links.urlFor(4711).replace("https://focus.example/contact/", "");

    assertThat(token).matches("[A-Za-z0-9_-]{32}");
    assertThat(links.customerOf(token)).hasValue(4711);
  }

  @Test
  void aTokenOfAnotherKindOfLinkIsNone() {
    assertThat(links.customerOf(new IdTokens(signer, 'm').token(4711))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "äAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void aGuessIsNone(String guess) {
    assertThat(links.customerOf(guess)).isEmpty();
  }
}
