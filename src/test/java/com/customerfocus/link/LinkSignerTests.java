package com.customerfocus.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSignerTests {

  private static final byte[] CONTENT = "receipt 7".getBytes();

  private final LinkSigner signer = new LinkSigner("https://focus.example", key('a'));

  @Test
  void aSignatureIsGoodForItsContentAlone() {
    var signature = signer.sign('m', CONTENT);

    assertThat(signature).hasSize(LinkSigner.SIGNATURE_BYTES);
    assertThat(signer.isSignature('m', CONTENT, signature)).isTrue();
    assertThat(signer.isSignature('m', "receipt 8".getBytes(), signature)).isFalse();
  }

  @Test
  void aSignatureOfOneKindOfLinkIsNoneOfAnother() {
    assertThat(signer.isSignature('p', CONTENT, signer.sign('m', CONTENT))).isFalse();
  }

  @Test
  void aSignatureOfAnotherInstallationIsNone() {
    var others = new LinkSigner("https://focus.example", key('b'));

    assertThat(signer.isSignature('m', CONTENT, others.sign('m', CONTENT))).isFalse();
  }

  @Test
  void aLinkOutlivesANewKeyInFrontAndEndsWithItsOwn() {
    var before = signer.sign('m', CONTENT);
    var both = new LinkSigner("https://focus.example", key('b'), key('a'));

    assertThat(both.isSignature('m', CONTENT, before)).isTrue();
    assertThat(both.isSignature('p', CONTENT, before)).isFalse();
    var after = both.sign('m', CONTENT);
    assertThat(signer.isSignature('m', CONTENT, after)).isFalse();

    var newOne = new LinkSigner("https://focus.example", key('b'));
    assertThat(newOne.isSignature('m', CONTENT, after)).isTrue();
    assertThat(newOne.isSignature('m', CONTENT, before)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://focus.example, https://focus.example/memo/",
    "https://focus.example/, https://focus.example/memo/",
    "http://localhost:8080, http://localhost:8080/memo/",
    "http://[::1]:8080, http://[::1]:8080/memo/",
    "https://intranet.example/focus/, https://intranet.example/focus/memo/"
  })
  void aLinkStartsWhereTheProgramIsReached(String baseUrl, String start) {
    assertThat(new LinkSigner(baseUrl, key('a')).address("/memo/")).isEqualTo(start);
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
  void anInvalidBaseUrlIsRefused(String baseUrl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinkSigner(baseUrl, key('a')))
        .withMessageContaining("not an address people can open");
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinkSigner("https://focus.example", new byte[31]))
        .withMessageContaining("at least 32");
  }

  private static byte[] key(char filler) {
    return String.valueOf(filler).repeat(32).getBytes();
  }
}
