package com.customerfocus.csv;

import com.customerfocus.support.Texts;
import java.util.regex.Pattern;

/** A text of a file as a message shows it: on one line, without what shows nothing, cut. */
final class Excerpt {

  private static final int LONGEST = 80;
  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cc}+");

  private Excerpt() {}

  static String of(String text) {
    var beginning = text.substring(0, Math.min(text.length(), 4 * LONGEST));
    var line = Texts.oneLine(CONTROL_CHARACTERS.matcher(beginning).replaceAll(" "));
    return line.codePointCount(0, line.length()) <= LONGEST && beginning.length() == text.length()
        ? line
        : line.substring(
                0,
                line.offsetByCodePoints(
                    0, Math.min(LONGEST, line.codePointCount(0, line.length()))))
            + "…";
  }
}
