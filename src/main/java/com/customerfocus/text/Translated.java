package com.customerfocus.text;

import java.util.Objects;

/**
 * A text in the languages it was written in.
 *
 * @param spanish null when it was written in English only
 */
public record Translated(String english, String spanish) {

  /**
   * The text for readers of this language.
   *
   * @param language {@code en} or {@code es}
   */
  public String in(String language) {
    return "es".equals(language) ? Objects.requireNonNullElse(spanish, english) : english;
  }

  /**
   * SQL of a text in the reader's language, in English where there is no translation; the Spanish
   * text stands in the column of the same name with {@code _es}.
   *
   * @param text column of the English text
   * @param language column of the reader's language
   */
  public static String sql(String text, String language) {
    return "case when %2$s = 'es' then coalesce(%1$s_es, %1$s) else %1$s end"
        .formatted(text, language);
  }
}
