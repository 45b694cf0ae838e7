package com.customerfocus.support;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What counts as blank in texts from outside, the same everywhere: white space, no-break and other
 * spaces, control characters, and characters that show nothing, such as zero-width spaces, byte
 * order marks and marks of writing direction (Unicode's category Cf).
 */
public final class Texts {

  /** Tags from here on make flags of the black flag before them. */
  private static final int TAGS = 0xE0000;

  /** Look like a space although Unicode calls them letters or symbols. */
  private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\u0085\\u2800\\u3164\\uFFA0]+");

  /**
   * What a joiner beside it may join or part: letters as in Persian or Hindi, and pictures. Looking
   * back, Java sees the second half (Cs) of a picture's two.
   */
  private static final String JOINED =
      "[\\p{So}\\p{Sk}\\p{M}\\p{Cs}[\\p{L}&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsCommon}]]]";

  private static final Pattern FORMAT =
      Pattern.compile(
          "[\\p{Cf}&&[^\\u200C\\u200D]]"
              + "|(?<!%1$s)[\\u200C\\u200D]|[\\u200C\\u200D](?!%1$s)".formatted(JOINED));

  private Texts() {}

  /** Whether the text is null or shows nothing. */
  public static boolean isBlank(String text) {
    return text == null || firstVisible(text) == text.length();
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT && character < TAGS
        || FILLERS.indexOf(character) >= 0;
  }

  /**
   * Whether the text can be stored and sent: PostgreSQL knows no NUL, and half of a surrogate pair
   * is no character.
   */
  public static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** The text without what is blank before and after it. */
  public static String strip(String text) {
    var from = firstVisible(text);
    var to = text.length();
    while (to > from && isBlank(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static int firstVisible(String text) {
    var position = 0;
    while (position < text.length() && isBlank(text.codePointAt(position))) {
      position += Character.charCount(text.codePointAt(position));
    }
    return position;
  }

  /** The same; null where nothing is left. */
  public static String stripToNull(String text) {
    return isBlank(text) ? null : strip(text);
  }

  /**
   * The text as one line in Unicode's normal form C: one space for each run of spaces and line
   * breaks, none before and after, and no format characters, such as those that turn the direction
   * of what follows. Joiners stay where they join or part something.
   */
  public static String oneLine(String text) {
    if (isPlain(text)) {
      return text;
    }
    var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    var visible = FORMAT.matcher(normal).replaceAll("");
    return strip(SPACES.matcher(visible).replaceAll(" "));
  }

  /** Whether this is one line already, without looking at it through expressions. */
  private static boolean isPlain(String text) {
    var before = ' ';
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var isLetterOrSign = c > ' ' && c < 0x7F || c > 0xA0 && c < 0x300 && c != 0xAD;
      if (!isLetterOrSign && (c != ' ' || before == ' ')) {
        return false;
      }
      before = c;
    }
    return text.isEmpty() || before != ' ';
  }
}
