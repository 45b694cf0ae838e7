package com.customerfocus.organization.imports;

import com.customerfocus.support.MailAddress;
import com.customerfocus.support.NameKey;
import java.util.HashMap;
import java.util.List;
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
    var meant = people.get(key(id));
    if (meant == null) {
      meant = people.get(MailAddress.key(MailAddress.of(id).orElse(id)));
    }
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
      put(found, key(entry.id()), entry);
      put(found, NameKey.of(entry.person().name()), entry);
      if (entry.person().mail() != null) {
        put(found, MailAddress.key(entry.person().mail()), entry);
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

  private static String key(String id) {
    var whole = AS_DECIMAL.matcher(id).replaceFirst("");
    return NameKey.of(LEADING_ZEROS.matcher(whole).replaceFirst(""));
  }
}
