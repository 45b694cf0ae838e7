package com.customerfocus.organization;

import com.customerfocus.support.NameKey;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person is found by, as the table {@code person} has it and as users type it.
 *
 * @param name the words of the name in alphabetical order, so that "Surname, Name" is found too
 * @param mail or null
 */
record PersonKeys(String id, String name, String mail) {

  /** Longest key of a name: a few letters have keys of several. */
  private static final int LONGEST = 400;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ,;\u060C\u3001]+");

  static PersonKeys of(String id, String name, String mail) {
    return new PersonKeys(key(id), name(name), mail == null ? null : key(mail));
  }

  /** Of what a user typed, which may be one or another. */
  static PersonKeys typed(String text) {
    return of(text, text, text);
  }

  /** The words of a name, folded. */
  static List<String> words(String name) {
    return Arrays.stream(BETWEEN_WORDS.split(NameKey.of(name)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The name with the surname last where it was written first, before a comma. */
  static String inOrder(String name) {
    var key = NameKey.of(name);
    var comma = key.indexOf(',');
    return String.join(
        " ", words(comma < 0 ? key : key.substring(comma + 1) + " " + key.substring(0, comma)));
  }

  private static String name(String name) {
    return cut(words(name).stream().sorted().collect(Collectors.joining(" ")));
  }

  private static String key(String text) {
    return cut(NameKey.of(text));
  }

  private static String cut(String key) {
    return key.codePointCount(0, key.length()) <= LONGEST
        ? key
        : key.substring(0, key.offsetByCodePoints(0, LONGEST));
  }
}
