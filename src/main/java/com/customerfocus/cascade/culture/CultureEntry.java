package com.customerfocus.cascade.culture;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that made a heritage company successful, and what to do with it, as entered.
 *
 * @param attribute in the manager's own words; may be empty
 * @param treatment keep, merge or transform; empty with an empty attribute
 */
record CultureEntry(String attribute, String treatment) {

  private static final int LONGEST = 200;

  /** What to do with it in the new company. */
  enum Treatment {
    KEEP,
    MERGE,
    TRANSFORM
  }

  /** An entry that can be put on record. */
  record Checked(String attribute, Treatment treatment) {

    /** The same for the same attribute, however it is written. */
    String key() {
      var lower = attribute.toLowerCase(Locale.ROOT);
      // A few letters are longer in lower case.
      return lower.substring(0, Math.min(LONGEST, lower.length()));
    }
  }

  /**
   * The entry with surplus blanks cut; nothing when nothing was entered.
   *
   * @throws InvalidInputException when one of both is missing, or the text is too long
   */
  Optional<Checked> checked() {
    var text = attribute == null ? "" : Texts.oneLine(attribute);
    var chosen =
        Arrays.stream(Treatment.values())
            .filter(known -> known.name().equalsIgnoreCase(treatment))
            .findFirst();
    if (text.isEmpty() && Texts.isBlank(treatment)) {
      return Optional.empty();
    }
    if (text.isEmpty()) {
      throw new InvalidInputException("refusal.culture.attribute");
    }
    Inputs.limited(text, LONGEST, "refusal.culture.too-long");
    if (chosen.isEmpty()) {
      throw new InvalidInputException("refusal.culture.treatment", text);
    }
    return chosen.map(how -> new Checked(text, how));
  }
}
