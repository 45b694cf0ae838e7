package com.customerfocus.csv;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A column that a file may have; each kind of file has an enum of its own. */
public interface CsvColumn {

  Pattern MARKS = Pattern.compile("\\p{M}+");
  Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** How messages name the column when the file does not have it. */
  String title();

  /**
   * How exporting systems head the column: lower case, letters and digits only. Of two that a file
   * has, the earlier one of this list is taken.
   */
  List<String> headers();

  boolean isRequired();

  /** The header's place in {@link #headers()}: 0 is best, -1 is another column's header. */
  default int rank(String header) {
    var plain = MARKS.matcher(Normalizer.normalize(header, Normalizer.Form.NFD)).replaceAll("");
    return headers()
        .indexOf(NOT_A_LETTER_OR_DIGIT.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT));
  }
}
