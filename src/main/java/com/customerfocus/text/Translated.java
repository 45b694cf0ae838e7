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
}
