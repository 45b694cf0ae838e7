package com.customerfocus.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * English or Spanish, as systems and people write it: {@code es-MX}, {@code spa}, {@code
 * en_US.UTF-8}, {@code Spanish (Mexico)}, {@code Español (Latinoamérica)}.
 */
public final class LanguageName {

  private static final String ENGLISH = "en";
  private static final String SPANISH = "es";

  /** Names of the languages in those of exporting systems, without accents. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("english", ENGLISH),
          Map.entry("ingles", ENGLISH),
          Map.entry("englisch", ENGLISH),
          Map.entry("anglais", ENGLISH),
          Map.entry("inglese", ENGLISH),
          Map.entry("angles", ENGLISH),
          Map.entry("spanish", SPANISH),
          Map.entry("castilian", SPANISH),
          Map.entry("espanol", SPANISH),
          Map.entry("castellano", SPANISH),
          Map.entry("spanisch", SPANISH),
          Map.entry("espagnol", SPANISH),
          Map.entry("spagnolo", SPANISH),
          Map.entry("espanhol", SPANISH),
          Map.entry("castella", SPANISH),
          Map.entry("espanyol", SPANISH));

  /** ISO 639; a code counts at the beginning only, since later ones are countries. */
  private static final Map<String, String> CODES =
      Map.of("en", ENGLISH, "eng", ENGLISH, "es", SPANISH, "spa", SPANISH);

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private LanguageName() {}

  /** {@code en} or {@code es}; empty for other languages, and when the text names both. */
  public static Optional<String> of(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    var words = NO_LETTERS.split(plain.toLowerCase(Locale.ROOT));
    var named =
        Arrays.stream(words).filter(NAMES::containsKey).map(NAMES::get).collect(Collectors.toSet());
    if (words.length > 0 && CODES.containsKey(words[0])) {
      named.add(CODES.get(words[0]));
    }
    return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
  }
}
