package com.customerfocus.models;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Root names of expressions: {@code memo} in {@code memo.title}. */
final class Expressions {

  private static final Pattern ENGINE = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
  private static final Set<String> ENGINE_WORDS =
      Set.of(
          "empty",
          "not",
          "and",
          "or",
          "eq",
          "ne",
          "lt",
          "gt",
          "le",
          "ge",
          "div",
          "mod",
          "true",
          "false",
          "null",
          "instanceof");

  /** Names in brackets are those of a list's items. */
  private static final Pattern FEEL_FILTER = Pattern.compile("\\[[^\\]]*]");

  private static final Pattern FEEL_FUNCTION =
      Pattern.compile("((string|upper|lower|substring|starts|ends|list|get|date and) )?\\w+\\(");
  private static final Set<String> FEEL_WORDS =
      Set.of(
          "if",
          "then",
          "else",
          "and",
          "or",
          "true",
          "false",
          "null",
          "for",
          "in",
          "return",
          "some",
          "every",
          "satisfies",
          "between");

  private Expressions() {}

  /** Variables and beans in all <code>${...}</code> of the text. */
  static Set<String> engineNames(String text) {
    var names = new TreeSet<String>();
    var expression = ENGINE.matcher(text);
    while (expression.find()) {
      names.addAll(names(expression.group(1), ENGINE_WORDS));
    }
    return names;
  }

  /** Variables in a FEEL expression of a form. */
  static Set<String> feelVariables(String expression) {
    var plain = QUOTED.matcher(expression).replaceAll("''");
    plain = FEEL_FILTER.matcher(plain).replaceAll("");
    return names(FEEL_FUNCTION.matcher(plain).replaceAll("("), FEEL_WORDS);
  }

  private static Set<String> names(String expression, Set<String> words) {
    var names = new TreeSet<String>();
    var name = NAME.matcher(QUOTED.matcher(expression).replaceAll("''"));
    while (name.find()) {
      if (!words.contains(name.group())) {
        names.add(name.group());
      }
    }
    return names;
  }
}
