package com.customerfocus.organization.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the person that a wrong employee id may mean: one without the zeros that a spreadsheet
 * drops, one in other letters, the name or the mail address. Only for messages: the program never
 * guesses.
 */
class SimilarIds {

  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
  private static final Pattern AS_DECIMAL = Pattern.compile("(?<=\\d)\\.0$");

  private final List<PersonRow> entries;

  /** Null for several people; made when it is needed, since few files need it. */
  private Map<String, PersonRow> people;

  SimilarIds(List<PersonRow> entries) {
    this.entries = entries;
  }

  /** A question with a blank before it; empty unless exactly one person is similar. */
  String hint(String id) {
    if (people == null) {
      people = byWhatIsSimilar();
    }
    var meant = people.get(withoutZeros(id));
    if (meant == null) {
      return "";
    }
    var why =
        id.length() < meant.id().length() && meant.id().endsWith(id)
            ? " Spreadsheets drop leading zeros: format the column as text."
            : "";
    return " Did you mean '%s', %s?%s".formatted(meant.id(), meant.person().name(), why);
  }

  private Map<String, PersonRow> byWhatIsSimilar() {
    var found = new HashMap<String, PersonRow>();
    for (var entry : entries) {
      put(found, withoutZeros(entry.id()), entry);
      put(found, entry.person().name().toLowerCase(Locale.ROOT), entry);
      if (entry.person().mail() != null) {
        put(found, entry.person().mail().toLowerCase(Locale.ROOT), entry);
      }
    }
    return found;
  }

  private static void put(Map<String, PersonRow> found, String key, PersonRow entry) {
    if (found.containsKey(key) && found.get(key) != entry) {
      found.put(key, null);
    } else {
      found.put(key, entry);
    }
  }

  private static String withoutZeros(String id) {
    var whole = AS_DECIMAL.matcher(id).replaceFirst("");
    return LEADING_ZEROS.matcher(whole).replaceFirst("").toLowerCase(Locale.ROOT);
  }
}
