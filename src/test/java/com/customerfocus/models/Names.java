package com.customerfocus.models;

import java.util.Locale;

/** Converts names: {@code briefTeam}, {@code brief-team}, {@code BRIEF_TEAM}. */
final class Names {

  private Names() {}

  static String kebab(String camelCase) {
    return camelCase.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  static String constant(String camelCase) {
    return kebab(camelCase).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** {@code team-briefing} to {@code TeamBriefing}. */
  static String type(String kebabCase) {
    var type = new StringBuilder();
    for (var word : kebabCase.split("-")) {
      type.append(capital(word));
    }
    return type.toString();
  }

  static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  static boolean isKebab(String name) {
    return name.matches("[a-z]+(-[a-z0-9]+)*");
  }

  /** Whether it is camelCase and not a modeling tool's generated name. */
  static boolean saysWhatItIs(String id) {
    return id.matches("[a-z]+([A-Z][a-z0-9]*)*")
        && !id.matches("(activity|event|gateway|flow|task|process)");
  }
}
