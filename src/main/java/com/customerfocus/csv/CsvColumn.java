package com.customerfocus.csv;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A column that a file may have; each kind of file has an enum of its own. */
public interface CsvColumn {

  Pattern MARKS = Pattern.compile("\\p{M}+");
  Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** How messages name the column when the file does not have it. */
  String title();

  /**
   * How exporting systems head the column, as {@link #key} writes it. Of a file's columns, one of
   * the earliest set that has any is taken; two of one set contradict each other.
   */
  List<Set<String>> headers();

  boolean isRequired();

  /** Columns that say the same together: a file without this column needs all of one set. */
  default List<Set<? extends CsvColumn>> substitutes() {
    return List.of();
  }

  /** The header's place in {@link #headers()}: 0 is best, -1 is another column's header. */
  default int rank(String key) {
    for (var rank = 0; rank < headers().size(); rank++) {
      if (headers().get(rank).contains(key)) {
        return rank;
      }
    }
    return -1;
  }

  /** Lower case, letters and digits without accents only; {@code #} and {@code º} are words. */
  static String key(String header) {
    var plain = Normalizer.normalize(header.replace("#", "number"), Normalizer.Form.NFKD);
    return NOT_A_LETTER_OR_DIGIT
        .matcher(MARKS.matcher(plain).replaceAll(""))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
