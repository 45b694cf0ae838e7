package com.customerfocus.engine.identity;

import com.customerfocus.support.NameKey;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * Refuses passwords with the id, a name or the mail address of the owner. The engine's own rule
 * counts names of two letters, too; here a word of a name counts from four letters.
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

  /** Without accents: Gómez may type gomez. */
  private static String plain(String text) {
    return text == null ? "" : NameKey.of(text);
  }
}
