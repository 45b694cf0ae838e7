package com.customerfocus.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.AccessProperties;
import com.customerfocus.access.AccessProperties.Administrator;
import com.customerfocus.access.AccessProperties.NewAccounts;
import org.junit.jupiter.api.Test;

class PasswordHashTests {

  private static final String PASSWORD = "tulips under a bridge";

  private final PasswordHash hash = hash(1000);

  @Test
  void aPasswordIsKnownByItsHashAlone() {
    var stored = hash.encrypt(PASSWORD);

    assertThat(stored).startsWith("1000$").doesNotContain(PASSWORD);
    assertThat(hash.check(PASSWORD, stored)).isTrue();
    assertThat(hash.check(PASSWORD + "s", stored)).isFalse();
    assertThat(hash.encrypt(PASSWORD)).isNotEqualTo(stored);
  }

  @Test
  void passwordsStayGoodWhenTheNumberOfRoundsChanges() {
    assertThat(hash(2000).check(PASSWORD, hash.encrypt(PASSWORD))).isTrue();
  }

  @Test
  void aRightPasswordIsRememberedForItsHashAlone() {
    var stored = hash.encrypt(PASSWORD);
    assertThat(hash.remembers(PASSWORD, stored)).isFalse();
    hash.check("wrong", stored);
    hash.check(PASSWORD, stored);

    assertThat(hash.remembers(PASSWORD, stored)).isTrue();
    assertThat(hash.remembers("wrong", stored)).isFalse();
    assertThat(hash.remembers(PASSWORD, hash.encrypt(PASSWORD))).isFalse();
    assertThat(hash(1000).remembers(PASSWORD, stored)).isFalse();
  }

  @Test
  void nothingMatchesAnAccountThatDoesNotExist() {
    assertThat(hash.check("", hash.impossible())).isFalse();
    assertThat(hash.check(PASSWORD, hash.impossible())).isFalse();
  }

  private static PasswordHash hash(int iterations) {
    return new PasswordHash(
        new AccessProperties(new Administrator("", ""), new NewAccounts("", iterations), false));
  }
}
