package com.customerfocus.attachment;

import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a file that a person attaches, made fit to be read and saved. */
final class FileName {

  /** Characters. */
  static final int LONGEST = 200;

  /** Characters of what is looked at, most of which may be invisible. */
  private static final int LONGEST_SENT = 5 * LONGEST;

  /** Control characters that are no space, and halves of characters. */
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\s]]");

  /** Windows ignores these, so {@code bill.exe.} would be a program. */
  private static final Pattern ENDING = Pattern.compile("(?<![. ])[. ]++$");

  private FileName() {}

  /**
   * The last part of a path as one line, without control and format characters; an accent is one
   * character with its letter.
   *
   * @throws InvalidInputException when there is no name, when it is too long or has a NUL, at which
   *     some programs would end it
   */
  static String of(String sent) {
    var name = sent == null ? "" : lastPart(sent);
    checkLength(name, LONGEST_SENT);
    if (name.indexOf('\0') >= 0) {
      throw new InvalidInputException("refusal.attachment.name");
    }
    var visible = Texts.oneLine(UNREADABLE.matcher(name).replaceAll(""));
    var clean = ENDING.matcher(visible).replaceFirst("");
    if (Texts.isBlank(clean)) {
      throw new InvalidInputException("refusal.attachment.no-name");
    }
    checkLength(clean, LONGEST);
    return clean;
  }

  /** Folders end with a slash, in Windows with a backslash. */
  private static String lastPart(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static void checkLength(String name, int most) {
    if (name.length() > most) {
      throw new InvalidInputException("refusal.attachment.name-too-long", name.length(), LONGEST);
    }
  }

  /** What follows the last dot, in small letters; empty without a dot. */
  static String extension(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
