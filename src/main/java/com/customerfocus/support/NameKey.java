package com.customerfocus.support;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one rule by which two spellings are the same name, of people, departments, sites and
 * companies: they have the same key. A key has no capitals, accents or surplus blanks; typographic
 * apostrophes and hyphens are the straight ones; letters that Unicode does not decompose, such as
 * {@code ł} and {@code ß}, are the ones that people type who lack them. Every text has a key, in
 * any script, and a key is its own key.
 *
 * <p>Signs that make a word another word stay: vowel signs of Indic scripts and of Thai, the voiced
 * sounds of Japanese, {@code +} and {@code #}. Keys are stored: a change of the rule needs a
 * changeset that computes them again.
 */
public final class NameKey {

  /** Before decomposition, which would turn them into a blank with a mark. */
  private static final Pattern SPACING_ACCENTS =
      Pattern.compile(
          "[`\u00B4\u0384\u1FBD\u1FBF\u1FC0\u1FCD-\u1FCF\u1FDD-\u1FDF\u1FEF\u1FFD\u1FFE]");

  private static final Pattern BLANKS = Pattern.compile(" {2,}");

  /** Scripts whose marks are accents or vowel points that people leave out. */
  private static final Set<UnicodeScript> SCRIPTS_OF_ACCENTS =
      EnumSet.of(
          UnicodeScript.INHERITED,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.HEBREW,
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC);

  private static final String APOSTROPHES =
      "\u2018\u2019\u201A\u201B\u2032\u2035\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u02CA\u02CB"
          + "\u05F3\uA78B\uA78C`";
  private static final String QUOTATION_MARKS =
      "\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB\u05F4";
  private static final String MORE_HYPHENS = "\u2212\u2043";

  /**
   * Neither letters nor signs: the Arabic tatweel, which only stretches a word, and the fillers of
   * Hangul.
   */
  private static final String PADDING = "\u0640\u115F\u1160";

  /** Letters in lower case that Unicode does not decompose, and what people type instead. */
  private static final Map<Integer, String> LETTERS =
      Arrays.stream(
              """
              ß ss, æ ae, œ oe, ø o, þ th, ð d, đ d, ɖ d, ɗ d, ł l, ƚ l, ħ h, ŧ t, ŋ n, ĸ k, ƙ k,
              ƀ b, ɓ b, ɨ i, ɩ i, ʉ u, ɔ o, ɵ o, ɛ e, ə e, ǝ e, ɇ e, ɍ r, ɏ y, ƴ y, ǥ g, ƶ z, ȼ c,
              ⱥ a, ⱦ t, ȿ s, ɀ z, ς σ, ґ г, ғ г, қ к, ң н, ү у, ұ у, ҳ х, ҷ ч, ө о, һ х,
              ٱ ا, ى ي, ی ي, ې ي, ة ه, ۀ ه, ہ ه, ۃ ه, ە ه, ھ ه, ک ك, ڪ ك, ګ ك
              """
                  .split(","))
          .map(pair -> Texts.strip(pair).split(" "))
          .collect(Collectors.toUnmodifiableMap(pair -> pair[0].codePointAt(0), pair -> pair[1]));

  private NameKey() {}

  /** What is compared instead of the name; empty when the name says nothing. */
  public static String of(String name) {
    var decomposed =
        Normalizer.normalize(SPACING_ACCENTS.matcher(name).replaceAll("'"), Normalizer.Form.NFKD);
    var kept = new StringBuilder(decomposed.length());
    decomposed.codePoints().forEach(sign -> append(kept, sign));
    // The way over capitals makes one letter of those that only have the same capital.
    var small = kept.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(small.length());
    small
        .codePoints()
        .forEach(
            letter -> {
              var instead = LETTERS.get(letter);
              if (instead == null) {
                plain.appendCodePoint(letter);
              } else {
                plain.append(instead);
              }
            });
    return Texts.strip(
        BLANKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC)).replaceAll(" "));
  }

  /** Whether these are two spellings of one name. */
  public static boolean same(String one, String other) {
    return of(one).equals(of(other));
  }

  private static void append(StringBuilder kept, int sign) {
    switch (Character.getType(sign)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL ->
          kept.append(' ');
      case Character.DASH_PUNCTUATION -> kept.append('-');
      case Character.DECIMAL_DIGIT_NUMBER -> kept.append(Character.digit(sign, 10));
      case Character.FORMAT -> {}
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
        if (!isAccent(sign)) {
          kept.appendCodePoint(sign);
        }
      }
      default -> appendPlain(kept, sign);
    }
  }

  private static void appendPlain(StringBuilder kept, int sign) {
    if (APOSTROPHES.indexOf(sign) >= 0) {
      kept.append('\'');
    } else if (QUOTATION_MARKS.indexOf(sign) >= 0) {
      kept.append('"');
    } else if (MORE_HYPHENS.indexOf(sign) >= 0) {
      kept.append('-');
    } else if (PADDING.indexOf(sign) < 0) {
      kept.appendCodePoint(sign);
    }
  }

  /** The marks of voiced sounds in Japanese are no accents: か and が are two letters. */
  private static boolean isAccent(int mark) {
    return mark != 0x3099 && mark != 0x309A && SCRIPTS_OF_ACCENTS.contains(UnicodeScript.of(mark));
  }
}
