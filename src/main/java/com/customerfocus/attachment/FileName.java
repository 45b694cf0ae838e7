package com.customerfocus.attachment;

import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a file that a person attaches, made fit to be read and saved. */
final class FileName {

  /** Characters. */
  static final int LONGEST = 200;

  /** What ends one folder and begins the next one, in any system. */
  private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

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
    var name = sent == null ? "" : PATH.matcher(sent).replaceFirst("");
    if (name.indexOf('\0') >= 0) {
      throw new InvalidInputException("refusal.attachment.name");
    }
    var visible = Texts.oneLine(UNREADABLE.matcher(name).replaceAll(""));
    var clean = ENDING.matcher(visible).replaceFirst("");
    if (Texts.isBlank(clean)) {
      throw new InvalidInputException("refusal.attachment.no-name");
    }
    if (clean.length() > LONGEST) {
      throw new InvalidInputException("refusal.attachment.name-too-long", clean.length(), LONGEST);
    }
    return clean;
  }

  /** What follows the last dot, in small letters; empty without a dot. */
  static String extension(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
