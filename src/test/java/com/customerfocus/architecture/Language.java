package com.customerfocus.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds words that hide the actor in comments and names of source files. Strings are exempt: texts
 * for users are natural language.
 */
final class Language {

  private static final Pattern VAGUE =
      Pattern.compile(
          "\\b(whoever|whomever|somebody|someone|nobody|no one|anybody|everybody|whatever|so many"
              + "|what is lost)\\b");

  /** Comments, or strings and characters, which may contain the start of a comment. */
  private static final Pattern JAVA =
      Pattern.compile(
          "(?s)(?<comment>/\\*.*?\\*/|//[^\\n]*)|\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\""
              + "|'(\\\\.|[^'\\\\\\n])+'");

  /** In SQL an apostrophe within a comment starts no string. */
  private static final Pattern SQL =
      Pattern.compile("(?<comment>--[^\\n]*)|'(''|[^'])*'", Pattern.DOTALL);

  private static final Pattern LINE_START = Pattern.compile("\\n[ \\t]*(\\*(?!/)|//|--|#)?");
  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[_-]");

  private Language() {}

  /** Vague words in the files with this ending below the folder, with the file of each. */
  static List<String> vagueWords(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .flatMap(file -> vagueWords(file).stream().map(word -> file + ": " + word))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> vagueWords(Path file) {
    try {
      return vagueWords(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Vague words in a source.
   *
   * @param name of the file, whose ending says its language
   */
  static List<String> vagueWords(String name, String source) {
    var withoutStrings =
        name.endsWith(".java")
            ? withoutStrings(JAVA, source)
            : name.endsWith(".sql") ? withoutStrings(SQL, source) : source;
    return VAGUE.matcher(words(withoutStrings)).results().map(found -> found.group()).toList();
  }

  private static String withoutStrings(Pattern tokens, String source) {
    return tokens
        .matcher(source)
        .replaceAll(
            token -> {
              var comment = token.group(1);
              return comment == null ? "\"\"" : Matcher.quoteReplacement(comment);
            });
  }

  /** {@code isAnyoneLeft} and {@code NO_MANAGER} are several words; a line break separates two. */
  private static String words(String source) {
    var oneLine = LINE_START.matcher(source).replaceAll(" ");
    return WORD_START
        .matcher(oneLine)
        .replaceAll(" ")
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
