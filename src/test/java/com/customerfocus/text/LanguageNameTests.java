package com.customerfocus.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageNameTests {

  @ParameterizedTest
  @CsvSource({
    "en,en",
    "EN,en",
    "eng,en",
    "en-US,en",
    "en_US.UTF-8,en",
    "English,en",
    "English (United States),en",
    "US English,en",
    "Inglés,en",
    "Englisch,en",
    "es,es",
    "spa,es",
    "es-419,es",
    "es_ES@euro,es",
    "Spanish (Mexico),es",
    "Spanish - Spain,es",
    "Latin American Spanish,es",
    "Español (Latinoamérica),es",
    "ESPAÑOL DE MÉXICO,es",
    "Castellano,es",
    "Spanisch,es"
  })
  void isRecognized(String text, String language) {
    assertThat(LanguageName.of(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "fr",
        "ca-ES",
        "de_ES",
        "Catalan (ES)",
        "French",
        "est",
        "engl",
        "e",
        "English/Spanish",
        "es, English",
        "Español (fallback: English)"
      })
  void isNot(String text) {
    assertThat(LanguageName.of(text)).isEmpty();
  }
}
