package com.customerfocus.customer.search;

import com.customerfocus.support.NameKey;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What customers are found by; the same rule for what is stored and for what is typed. */
public final class SearchTerms {

  /** Words of one name; further ones are not found by. */
  public static final int MOST_WORDS = 8;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;/-]+");
  private static final Pattern WITHOUT_BLANKS =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\u30FC]+");
  private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D+");
  private static final Pattern PHONE = Pattern.compile("[+\\d\\s().,/-]{5,40}");
  private static final int LEAST_DIGITS = 5;

  private SearchTerms() {}

  /** The words of a name, each once. */
  static List<String> words(String name) {
    return Arrays.stream(BETWEEN_WORDS.split(NameKey.of(name)))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  /**
   * What a customer of this name is found by: the words, and the endings of those in Chinese and
   * Japanese, which write no blanks between a family name and a given name.
   */
  public static List<String> ofName(String name) {
    return words(name).stream().flatMap(SearchTerms::endings).distinct().limit(MOST_WORDS).toList();
  }

  private static Stream<String> endings(String word) {
    return WITHOUT_BLANKS.matcher(word).matches()
        ? IntStream.range(0, word.codePointCount(0, word.length()))
            .mapToObj(from -> word.substring(word.offsetByCodePoints(0, from)))
        : Stream.of(word);
  }

  /** The words of what was typed; a mail address is one word. */
  static List<String> typed(String text) {
    return text.contains("@") ? List.of(NameKey.of(text)) : words(text);
  }

  /**
   * The digits of a phone number from the last to the first, without the zeros that stand for a
   * country or a long distance: so a number is found with and without its country.
   */
  public static String phone(String number) {
    var digits = NOT_A_DIGIT.matcher(number.replace("(0)", "")).replaceAll("");
    return new StringBuilder(digits.replaceFirst("^0+", "")).reverse().toString();
  }

  /** Whether the text may be a phone number or its end. */
  static boolean isPhone(String text) {
    return PHONE.matcher(text).matches() && phone(text).length() >= LEAST_DIGITS;
  }
}
