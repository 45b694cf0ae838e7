package com.customerfocus.csv;

import com.customerfocus.support.Texts;
import com.customerfocus.text.Shortened;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** The names that a browser saves CSV files under. */
public final class CsvFileName {

  /** What Windows takes in no file name, and characters that no reader sees. */
  private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[\\\\/:*?\"<>|\\p{C}]+");

  /** Code points; a path has room for 260 UTF-16 units in Windows. */
  private static final int LONGEST_TITLE = 80;

  private CsvFileName() {}

  /**
   * The value of a {@code Content-Disposition} header (RFC 6266): the plain name for old clients,
   * the name with the title, in any script, for all others.
   *
   * @param plain ASCII letters, digits and hyphens
   * @param title as people typed it
   */
  public static String disposition(String plain, String title) {
    var full = Texts.strip(plain + " " + safe(title));
    return "attachment; filename=\"%s.csv\"; filename*=UTF-8''%s.csv"
        .formatted(plain, UriUtils.encode(full, StandardCharsets.UTF_8));
  }

  private static String safe(String title) {
    return Shortened.of(NOT_IN_FILE_NAMES.matcher(title).replaceAll(" "), LONGEST_TITLE);
  }
}
