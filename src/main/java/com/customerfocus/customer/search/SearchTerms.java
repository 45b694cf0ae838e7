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

  /** Of initials and titles, which people type or not; not those within a mail address. */
  private static final Pattern DOTS =
      Pattern.compile("(?<=(^|[\\s,;/.-])\\p{L})\\.|\\.(?=[\\s,;/-]|$)");

  private static final Pattern WITHOUT_BLANKS =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\u30FC]+");
  private static final Pattern MAIL = Pattern.compile("[^\\s<>,;]*@[^\\s<>,;]*");
  private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D+");
  private static final Pattern PHONE = Pattern.compile("[+\\d\\s().,/-]{5,40}");
  private static final int LEAST_DIGITS = 5;

  private SearchTerms() {}

  /** The words of a name, each once; {@code O'Rourke} is one word without its apostrophe. */
  static List<String> words(String name) {
    return spelled(name)
        .map(word -> word.replace("'", ""))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  private static Stream<String> spelled(String name) {
    return Arrays.stream(BETWEEN_WORDS.split(DOTS.matcher(NameKey.of(name)).replaceAll(" ")));
  }

  /**
   * What a customer of this name is found by: the words, those after an apostrophe, and the endings
   * of those in Chinese, Japanese and Korean, which write no blanks between a family name and a
   * given name.
   */
  public static List<String> ofName(String name) {
    return Stream.concat(words(name).stream().flatMap(SearchTerms::endings), afterApostrophes(name))
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  private static Stream<String> afterApostrophes(String name) {
    return spelled(name)
        .filter(word -> word.indexOf('\'') > 0)
        .map(word -> word.substring(word.indexOf('\'') + 1).replace("'", ""))
        .filter(word -> word.length() > 1);
  }

  private static Stream<String> endings(String word) {
    return WITHOUT_BLANKS.matcher(word).matches()
        ? IntStream.range(0, word.codePointCount(0, word.length()))
            .mapToObj(from -> word.substring(word.offsetByCodePoints(0, from)))
        : Stream.of(word);
  }

  /** The words of what was typed; of a text with a mail address, the address as one word. */
  static List<String> typed(String text) {
    var address = MAIL.matcher(text);
    return address.find() ? List.of(NameKey.of(address.group())) : words(text);
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
