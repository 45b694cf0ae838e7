package com.customerfocus.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalLinksTests {

  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final PersonalLinks links = new PersonalLinks("https://focus.example", key('a'));

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
    var others = new PersonalLinks("https://focus.example", key('b'));
    assertThat(others.receiptOf(token(links, 1))).isEmpty();
  }

  @Test
  void theLinkOpensTheReceiptItWasMadeFor() {
    LongStream.of(1, 2, 64, 1_000_000, Long.MAX_VALUE)
        .forEach(id -> assertThat(links.receiptOf(token(links, id))).hasValue(id));
  }

  @Test
  void theLinkIsTheSameAfterARestart() {
    assertThat(new PersonalLinks("https://focus.example", key('a')).urlFor(7))
        .isEqualTo(links.urlFor(7));
  }

  @ParameterizedTest
  @CsvSource({
    "https://focus.example, https://focus.example/memo/",
    "https://focus.example/, https://focus.example/memo/",
    "http://localhost:8080, http://localhost:8080/memo/",
    "http://[::1]:8080, http://[::1]:8080/memo/",
    "https://intranet.example/focus/, https://intranet.example/focus/memo/"
  })
  void theLinkStartsWhereTheProgramIsReached(String baseUrl, String start) {
    assertThat(new PersonalLinks(baseUrl, key('a')).urlFor(7))
        .startsWith(start)
        .hasSize(start.length() + 32);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "focus.example",
        "ftp://focus.example",
        "https://",
        "javascript:x",
        "https://a b",
        "https://a\"b",
        "https://focus.example?x"
      })
  void anAddressNobodyCanOpenIsRefused(String baseUrl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PersonalLinks(baseUrl, key('a')))
        .withMessageContaining("not an address people can open");
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PersonalLinks("https://focus.example", new byte[31]))
        .withMessageContaining("at least 32");
  }

  private static String token(PersonalLinks links, long receiptId) {
    var url = links.urlFor(receiptId);
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static byte[] key(char filler) {
    return String.valueOf(filler).repeat(32).getBytes();
  }
}
