package com.customerfocus.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTests {

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "\t\r\n",
        "\u00A0",
        "\u2007",
        "\u202F",
        "\u3000",
        "\u2028",
        "\u0085",
        "\u200B",
        "\u200C\u200D",
        "\u2060",
        "\uFEFF",
        "\u00AD",
        "\u202E",
        "\u2066\u2069",
        "\u061C",
        "\u180E",
        "\u3164",
        "\u2800",
        "\u0000",
        " \u200B\u00A0 "
      })
  void whatShowsNothingIsBlank(String text) {
    assertThat(Texts.isBlank(text)).isTrue();
    assertThat(Texts.stripToNull(text)).isNull();
    assertThat(Texts.strip("a" + text + "b")).startsWith("a").endsWith("b");
    if (text != null) {
      assertThat(Texts.strip(text)).isEmpty();
      assertThat(Texts.strip(text + "a b" + text)).isEqualTo("a b");
      assertThat(Texts.oneLine(text + "a b" + text).replace("\u0000", "")).isEqualTo("a b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", ".", "-", "ñ", "\u0301", "\uD83C\uDFF4"})
  void whatShowsSomethingIsNot(String text) {
    assertThat(Texts.isBlank(text)).isFalse();
    assertThat(Texts.strip(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Ana Ruiz,            Ana Ruiz
          ' Ana  Ruiz ',       Ana Ruiz
          Ana\u00A0\u2009Ruiz, Ana Ruiz
          a\u202EboB,          aboB
          so\u00ADft,          soft
          A\u200Bna,           Ana
          Zoe\u0308,           Zo\u00EB
          \u1112\u1161\u11AB,  \uD55C
          """)
  void oneLineHasOneSpaceBetweenWordsAndComposedLetters(String text, String line) {
    assertThat(Texts.oneLine(text)).isEqualTo(line);
  }

  @Test
  void joinersStayWhereTheyJoinOrPartLettersOrPictures() {
    var persian = "\u0639\u0644\u06CC\u200C\u0631\u0636\u0627";
    var sinhala = "\u0DC1\u0DCA\u200D\u0DBB\u0DD3";
    var programmer = "\uD83D\uDC69\u200D\uD83D\uDCBB";
    assertThat(Texts.oneLine(persian)).isEqualTo(persian);
    assertThat(Texts.oneLine(sinhala)).isEqualTo(sinhala);
    assertThat(Texts.oneLine(programmer)).isEqualTo(programmer);
    assertThat(Texts.oneLine("A\u200Dna\u200C Ru\u200D\u200Diz")).isEqualTo("Ana Ruiz");
  }
}
