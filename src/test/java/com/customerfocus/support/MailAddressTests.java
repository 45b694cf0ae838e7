package com.customerfocus.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

  @ParameterizedTest
  @CsvSource({
    "ana@x.example,ana@x.example",
    "o'brien+memo@mail.x.example,o'brien+memo@mail.x.example",
    "ana@españa.example,ana@xn--espaa-rta.example",
    "ana@ESPAÑA.example,ana@xn--espaa-rta.example",
    "ana@müller.example,ana@xn--mller-kva.example",
    "ana@xn--mller-kva.example,ana@xn--mller-kva.example",
    "ana@例え.テスト,ana@xn--r8jz45g.xn--zckzah"
  })
  void theDomainIsWrittenInAscii(String text, String address) {
    assertThat(MailAddress.of(text)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "@españa.example",
        "añá@x.example",
        "ana@españa",
        "ana@españa..example",
        "ana@espa ña.example",
        "ana@straße.example",
        "ana@xn--a_b.example",
        "ana@-españa.example",
        "ana@ｘ@y.example"
      })
  void otherTextsAreNone(String text) {
    assertThat(MailAddress.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ñ"})
  void aLongDomainIsNone(String letter) {
    assertThat(MailAddress.of("ana@" + letter.repeat(240) + ".example")).isEmpty();
    assertThat(MailAddress.of("ana@" + (letter + ".").repeat(200_000) + "example")).isEmpty();
  }
}
