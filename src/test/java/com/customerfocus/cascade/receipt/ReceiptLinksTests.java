package com.customerfocus.cascade.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.link.LinkSigner;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptLinksTests {

  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final ReceiptLinks links = links('a');

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "unknown",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "../../camunda",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "ñAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void whatIsNotOurTokenOpensNothing(String token) {
    assertThat(links.receiptOf(token)).isEmpty();
  }

  @Test
  void anyOtherCharacterAnywhereOpensNothing() {
    var token = token(links, 4711);
    for (var at = 0; at < token.length(); at++) {
      for (var character : CHARACTERS.toCharArray()) {
        var altered = token.substring(0, at) + character + token.substring(at + 1);
        assertThat(links.receiptOf(altered).isPresent()).isEqualTo(altered.equals(token));
      }
    }
  }

  @Test
  void aTokenThatWasCutOrExtendedOpensNothing() {
    var token = token(links, 4711);
    assertThat(links.receiptOf(token.substring(1))).isEmpty();
    assertThat(links.receiptOf(token.substring(0, token.length() - 1))).isEmpty();
    assertThat(links.receiptOf(token + "A")).isEmpty();
    assertThat(links.receiptOf(token + "\n")).isEmpty();
  }

  @Test
  void theSignatureOfOneReceiptDoesNotOpenAnother() {
    var mine = token(links, 1);
    var yours = token(links, 2);
    var idLength = 10;
    assertThat(links.receiptOf(yours.substring(0, idLength + 1) + mine.substring(idLength + 1)))
        .isEmpty();
  }

  @Test
  void aTokenOfAnotherInstallationOpensNothing() {
    var others = links('b');
    assertThat(others.receiptOf(token(links, 1))).isEmpty();
  }

  @Test
  void theLinkOpensTheReceiptItWasMadeFor() {
    LongStream.of(1, 2, 64, 1_000_000, Long.MAX_VALUE)
        .forEach(id -> assertThat(links.receiptOf(token(links, id))).hasValue(id));
  }

  @Test
  void theLinkIsTheMemosAddressAndAToken() {
    assertThat(links.urlFor(7)).matches("https://focus\\.example/memo/[A-Za-z0-9_-]{32}");
  }

  @Test
  void theLinkIsTheSameAfterARestart() {
    assertThat(links('a').urlFor(7)).isEqualTo(links.urlFor(7));
  }

  @Test
  void aLinkOfAMailThatWasSentStillOpens() {
    assertThat(links.receiptOf("AAAAAAAAEmcm8q5x_UfskmbIYB4B4obk")).hasValue(4711);
    assertThat(links.urlFor(4711))
        .isEqualTo("https://focus.example/memo/AAAAAAAAEmcm8q5x_UfskmbIYB4B4obk");
  }

  private static String token(ReceiptLinks links, long receiptId) {
    var url = links.urlFor(receiptId);
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static ReceiptLinks links(char key) {
    return new ReceiptLinks(
        new LinkSigner("https://focus.example", String.valueOf(key).repeat(32).getBytes()));
  }
}
