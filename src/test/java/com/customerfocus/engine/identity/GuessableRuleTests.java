package com.customerfocus.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords that are refused for their content. */
class GuessableRuleTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "Password1234",
        "contraseña1234",
        "aaaaaaaaaaaaaaaa",
        "ababababababab",
        "1234567890123",
        "abcdefghijklmnop",
        "qwertyqwerty1",
        "customer-focus",
        "AdminAdminAdmin"
      })
  void easyOnesAreNotTaken(String password) {
    assertThat(new GuessableRule().execute(password)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tulips under a bridge",
        "correct horse battery",
        "Wq7-nR2x-Lm5k",
        "caballo azul en la luna",
        "my password is a green hat"
      })
  void othersAre(String password) {
    assertThat(new GuessableRule().execute(password)).isTrue();
    assertThat(new PersonalDataRule().execute(password, ana())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANA.GOMEZ under a bridge",
        "gomez under a bridge",
        "Ruíz under a bridge",
        "the anagruiz mailbox",
        "zolcik under a bridge"
      })
  void nothingOfItsOwnerIsInAPassword(String password) {
    assertThat(new PersonalDataRule().execute(password, ana())).isFalse();
  }

  private static UserEntity ana() {
    var user = new UserEntity("ana.gomez");
    user.setFirstName("Ana");
    user.setLastName("Gómez Ruiz Żółcik Li");
    user.setEmail("anagruiz@example.com");
    return user;
  }
}
