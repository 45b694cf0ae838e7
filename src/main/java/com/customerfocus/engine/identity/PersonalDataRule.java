package com.customerfocus.engine.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * No id, name or mail address of the owner. The engine's own rule takes a name of two letters for a
 * reason to refuse every word they occur in; here they count from four on, and a name word by word.
 */
class PersonalDataRule extends PasswordPolicyUserDataRuleImpl {

  private static final int SHORTEST_WORD = 4;

  @Override
  public boolean execute(String password, User user) {
    if (user == null) {
      return true;
    }
    var candidate = plain(password);
    return Stream.of(
            Stream.of(plain(user.getId())),
            words(user.getFirstName()),
            words(user.getLastName()),
            words(plain(user.getEmail()).replaceFirst("@.*", "")))
        .flatMap(parts -> parts)
        .filter(word -> word.length() >= SHORTEST_WORD)
        .noneMatch(candidate::contains);
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(plain(text).split("[\\s._-]+"));
  }

  /** Without accents: who is called Gómez types gomez. */
  private static String plain(String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
  }
}
