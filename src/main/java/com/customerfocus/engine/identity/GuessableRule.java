package com.customerfocus.engine.identity;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/**
 * Refuses passwords made of what attackers try first: well-known words, repeated characters,
 * sequences. Without them a password must have more than a few characters left.
 */
class GuessableRule implements PasswordPolicyRule {

  /** The web applications have no text for this rule: they show keys that they cannot translate. */
  static final String PLACEHOLDER =
      "More than well-known words, repetitions and rows of characters";

  private static final int FEWEST_LEFT = 5;
  private static final Pattern WELL_KNOWN =
      Pattern.compile(
          "passwor[dt]|contrase[nñ]a|qwert[yz]|asdf|admin|welcome|bienvenid|letmein|iloveyou"
              + "|customer|focus|camunda|secret");

  private static final String KEYS = "qwertyuiop asdfghjkl zxcvbnm 1234567890";

  private static boolean isInARow(char one, char next) {
    var key = KEYS.indexOf(one);
    var nextKey = KEYS.indexOf(next);
    return Math.abs(one - next) <= 1 || key >= 0 && nextKey >= 0 && Math.abs(key - nextKey) <= 1;
  }

  @Override
  public String getPlaceholder() {
    return PLACEHOLDER;
  }

  @Override
  public Map<String, String> getParameters() {
    return Map.of();
  }

  @Override
  public boolean execute(String password, User user) {
    return execute(password);
  }

  @Override
  public boolean execute(String password) {
    var left = WELL_KNOWN.matcher(password.toLowerCase(Locale.ROOT)).replaceAll("");
    var surprising = left.isEmpty() ? 0 : 1;
    for (var at = 1; at < left.length(); at++) {
      if (!isInARow(left.charAt(at - 1), left.charAt(at))) {
        surprising++;
      }
    }
    return surprising >= FEWEST_LEFT && left.chars().distinct().count() >= FEWEST_LEFT;
  }
}
