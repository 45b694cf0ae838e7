package com.customerfocus.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.access.AccessProperties.Administrator;
import com.customerfocus.access.AccessProperties.NewAccounts;
import com.customerfocus.support.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** An initial password for all accounts is allowed on one's own machine only. */
class InitialPasswordCheckTests {

  private final MockEnvironment environment = new MockEnvironment();

  @ParameterizedTest
  @ValueSource(strings = {"", "0.0.0.0", "192.0.2.7", "::"})
  void whatOtherMachinesReachDoesNotStartWithIt(String address) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> start("secret", address))
        .withMessageContaining("customer-focus.accounts.initial-password")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "127.0.0.2"})
  void onThisMachineItMayBeTried(String address) {
    assertThat(start("secret", address)).isNotNull();
  }

  @Test
  void withoutOneTheProgramListensWhereItLikes() {
    assertThat(start("", "")).isNotNull();
  }

  @Test
  void theDemoHasOne() {
    environment.setActiveProfiles("demo");

    assertThat(start("demo", "")).isNotNull();
  }

  private InitialPasswordCheck start(String password, String address) {
    return new InitialPasswordCheck(
        new AccessProperties(new Administrator("", ""), new NewAccounts(password, 1000), false),
        environment,
        address);
  }
}
