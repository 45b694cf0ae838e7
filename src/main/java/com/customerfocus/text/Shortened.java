package com.customerfocus.text;

import com.customerfocus.support.Texts;

/** Texts cut to what a list, a subject or a column has room for. */
public final class Shortened {

  private Shortened() {}

  /**
   * The text with its lines, with an ellipsis where it had to be cut; never between the two halves
   * of a character.
   *
   * @param longest characters (UTF-16) of the result
   */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /**
   * The text on one line, with an ellipsis where it had to be cut.
   *
   * @param longest characters (code points) of the result
   */
  public static String of(String text, int longest) {
    var line = Texts.oneLine(text);
    return line.codePointCount(0, line.length()) <= longest
        ? line
        : Texts.strip(line.substring(0, line.offsetByCodePoints(0, longest - 1))) + "…";
  }
}
