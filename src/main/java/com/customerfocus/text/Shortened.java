package com.customerfocus.text;

import com.customerfocus.support.Texts;

/** Texts cut to what a list or a subject has room for. */
public final class Shortened {

  private Shortened() {}

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
