package com.customerfocus.text;

/** Texts in English that may have been translated: those in Spanish stand in columns …_es. */
public final class Translated {

  private Translated() {}

  /**
   * SQL of a text in the reader's language, in English where there is no translation.
   *
   * @param text column of the English text
   * @param language column of the reader's language
   */
  public static String sql(String text, String language) {
    return "case when %2$s = 'es' then coalesce(%1$s_es, %1$s) else %1$s end"
        .formatted(text, language);
  }
}
