package com.customerfocus.organization.changes;

import java.util.Locale;

/**
 * A field that changes for so large a part of the organization that the file is likely to be wrong:
 * a column that slipped by a row, or a wrong export.
 *
 * @param count people, or departments, with another value; other capital letters do not count
 * @param of people who stay, or departments
 */
public record UnusualChange(ChangedField field, int count, int of) {

  /** Fewer changes are not unusual, however small the organization is. */
  static final int FEWEST = 5;

  /** From one in this number on a change is unusual. */
  static final int ONE_IN = 10;

  static boolean isUnusual(int count, int of) {
    return count >= FEWEST && (long) count * ONE_IN >= of && of > 0;
  }

  /** In English, for reports. */
  public String sentence() {
    return String.format(
        Locale.ENGLISH,
        "%s: %,d of %,d %s. Is that meant, or did a column slip by a row?",
        field.title(),
        count,
        of,
        field.isOfDepartments() ? "departments" : "people");
  }
}
