package com.customerfocus.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Logins with right and wrong passwords, from several addresses, over real HTTP. */
@CustomerFocusTest
class LoginTests {

  private static final String ANA = "ana.gomez";
  private static final String NEW = "tulips under a bridge";

  private final Accounts accounts;
  private final MovableClock clock;
  private final JdbcTemplate jdbc;
  private final int port;
  private final Visitor office;
  private final Visitor stranger;

  LoginTests(
      @Autowired Accounts accounts,
      @Autowired MovableClock clock,
      @Autowired JdbcTemplate jdbc,
      @LocalServerPort int port) {
    this.accounts = accounts;
    this.clock = clock;
    this.jdbc = jdbc;
    this.port = port;
    this.office = new Visitor("127.0.0.1", port);
    this.stranger = new Visitor("127.0.0.2", port);
  }

  @BeforeEach
  void people() {
    accounts.synchronize(
        List.of(
            new Account(ANA, "Ana Gómez Ruiz", "ana@example.com", Set.of(Groups.MANAGERS)),
            new Account("1002", "Ben Li", null, Set.of(Groups.MANAGERS)),
            new Account("owner", "Dan Oduya", null, Set.of(Groups.PROCESS_OWNERS))),
        Map.of(Groups.MANAGERS, "Managers", Groups.PROCESS_OWNERS, "Process owners"),
        Set.of());
  }

  @Test
  void aStrangersGuessesDoNotLockThePersonOut() {
    for (var guess = 0; guess < 20; guess++) {
      assertThat(stranger.logIn(ANA, "guess" + guess).status()).isEqualTo(401);
    }

    assertThat(stranger.logIn(ANA, "secret").status()).isEqualTo(401);
    assertThat(office.logIn(ANA, "secret").status()).isEqualTo(200);
    assertThat(office.askApi(ANA, "secret").status()).isEqualTo(200);

    clock.moveBy(Duration.ofSeconds(1));
    assertThat(stranger.logIn(ANA, "secret").status()).isEqualTo(200);
  }

  @Test
  void aPersonWhoMistypesThreeTimesDoesNotWait() {
    for (var mistake = 0; mistake < 3; mistake++) {
      assertThat(office.logIn(ANA, "secrte").status()).isEqualTo(401);
    }

    assertThat(office.logIn(ANA, "secret").status()).isEqualTo(200);
  }

  @Test
  void theDelayGrowsAndEnds() {
    for (var guess = 0; guess < 4; guess++) {
      office.askApi(ANA, "guess");
    }
    for (var seconds : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300)) {
      clock.moveBy(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(office.askApi(ANA, "secret").status()).as("before %d s", seconds).isEqualTo(401);
      clock.moveBy(Duration.ofMillis(1));
      assertThat(office.askApi(ANA, "guess").status()).isEqualTo(401);
    }

    clock.moveBy(Duration.ofMinutes(5));
    assertThat(office.askApi(ANA, "secret").status()).isEqualTo(200);
  }

  @Test
  void administratorsAreNotLockedForGoodEither() {
    for (var guess = 0; guess < 30; guess++) {
      stranger.logIn("admin", "guess");
      clock.moveBy(Duration.ofMinutes(5));
    }

    assertThat(stranger.logIn("admin", "admin-secret").status()).isEqualTo(200);
  }

  @Test
  void allWaysInCountTogether() {
    assertThat(office.logIn(ANA, "secret").status()).isEqualTo(200);
    assertThat(office.setPassword(ANA, NEW, "guess").status()).isEqualTo(400);
    assertThat(office.setPassword(ANA, NEW, "guess").status()).isEqualTo(400);
    assertThat(office.askApi(ANA, "guess").status()).isEqualTo(401);
    assertThat(new Visitor("127.0.0.1", port).logIn(ANA, "guess").status()).isEqualTo(401);

    assertThat(office.setPassword(ANA, NEW, "secret").status()).isEqualTo(400);
    assertThat(office.askApi(ANA, "secret").status()).isEqualTo(401);
    assertThat(new Visitor("127.0.0.1", port).logIn(ANA, "secret").status()).isEqualTo(401);
  }

  @Test
  void oneAddressCannotTryAPasswordOnAllAccounts() {
    for (var account = 0; account <= 100; account++) {
      stranger.askApi("m" + account, "Summer2026");
    }

    assertThat(stranger.askApi(ANA, "secret").status()).isEqualTo(401);
    assertThat(office.askApi(ANA, "secret").status()).isEqualTo(200);
    clock.moveBy(Duration.ofSeconds(15));
    assertThat(stranger.askApi(ANA, "secret").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "", "%00", "ana.gomez%00", "' or 1=1 --"})
  void whatIsNoAccountIsRefusedLikeAWrongPassword(String id) {
    assertThat(office.logIn(id, "secret").status()).isEqualTo(401);
    assertThat(office.logIn(ANA, "").status()).isEqualTo(401);
  }

  @Test
  void whatWasTypedAsAnIdIsNotKept() {
    office.askApi("my password in the wrong field", "x");

    assertThat(jdbc.queryForList("select account from login_failure", String.class))
        .hasSize(2)
        .noneMatch(account -> account.contains("password"));
  }

  @Test
  void healthSaysHowManyLoginsAreHeldBack() {
    for (var guess = 0; guess < 4; guess++) {
      stranger.askApi(ANA, "guess");
    }

    assertThat(office.askHealth("owner", "secret").text())
        .contains("\"logins\":{\"status\":\"UP\",\"details\":{\"heldBack\":1}}");
  }

  @Test
  void aNewPasswordEndsTheWaiting() {
    assertThat(office.logIn("admin", "admin-secret").status()).isEqualTo(200);
    for (var guess = 0; guess < 4; guess++) {
      stranger.logIn(ANA, "guess");
    }

    assertThat(office.setPassword(ANA, NEW, "admin-secret").status()).isEqualTo(204);

    assertThat(stranger.logIn(ANA, NEW).status()).isEqualTo(200);
  }

  @Test
  void passwordsAreKeptAsPbkdf2() {
    assertThat(passwordOf(ANA)).startsWith("{pbkdf2-sha256}1000$");

    assertThat(office.logIn(ANA, "secret").status()).isEqualTo(200);
    assertThat(office.setPassword(ANA, NEW, "secret").status()).isEqualTo(204);

    assertThat(passwordOf(ANA)).startsWith("{pbkdf2-sha256}1000$");
    assertThat(office.askApi(ANA, NEW).status()).isEqualTo(200);
    assertThat(office.askApi(ANA, "secret").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "elevenchars",
        "Ruiz climbs a hill",
        "for ana.gomez only",
        "password123456",
        "111111111111",
        "abcdefghijklm",
        "qwerty-qwerty-qwerty"
      })
  void aWeakPasswordIsRefusedInASentence(String weak) {
    assertThat(office.logIn(ANA, "secret").status()).isEqualTo(200);

    var answer = office.setPassword(ANA, weak, "secret");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("The password must have at least 12 characters");
    assertThat(office.askApi(ANA, "secret").status()).isEqualTo(200);
  }

  @Test
  void administratorsCannotGiveAWeakPasswordEither() {
    assertThat(office.logIn("admin", "admin-secret").status()).isEqualTo(200);

    var answer =
        office.engine(
            "POST",
            "/user/create",
            "{\"profile\":{\"id\":\"temp\"},\"credentials\":{\"password\":\"temp\"}}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("The password must have at least 12 characters");
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() {
    var home = new Visitor("127.0.0.3", port);
    assertThat(office.logIn(ANA, "secret").status()).isEqualTo(200);
    assertThat(home.logIn(ANA, "secret").status()).isEqualTo(200);
    assertThat(home.isLoggedIn()).isTrue();

    assertThat(office.setPassword(ANA, NEW, "secret").status()).isEqualTo(204);

    assertThat(home.isLoggedIn()).isFalse();
    assertThat(office.isLoggedIn()).isTrue();
  }

  @Test
  void aPasswordThatAnAdministratorSetsEndsTheSessions() {
    var administrator = new Visitor("127.0.0.3", port);
    assertThat(office.logIn(ANA, "secret").status()).isEqualTo(200);
    assertThat(administrator.logIn("admin", "admin-secret").status()).isEqualTo(200);

    assertThat(administrator.setPassword(ANA, NEW, "admin-secret").status()).isEqualTo(204);

    assertThat(office.isLoggedIn()).isFalse();
    assertThat(administrator.isLoggedIn()).isTrue();
  }

  @Test
  void aPasswordThatWasSetOnAnotherNodeEndsTheSessionsWithinSeconds() {
    assertThat(office.logIn(ANA, "secret").status()).isEqualTo(200);
    assertThat(office.isLoggedIn()).isTrue();

    jdbc.update("update ACT_ID_USER set PWD_ = '{none}' where ID_ = ?", ANA);

    await().atMost(Duration.ofSeconds(20)).until(() -> !office.isLoggedIn());
  }

  @Test
  void aFormerEmployeeIsLoggedOut() {
    assertThat(office.logIn(ANA, "secret").status()).isEqualTo(200);

    accounts.synchronize(List.of(), Map.of(), Set.of(ANA));

    await().atMost(Duration.ofSeconds(20)).until(() -> !office.isLoggedIn());
  }

  @Test
  void peopleCannotDeleteTheirAccount() {
    assertThat(office.logIn(ANA, "secret").status()).isEqualTo(200);

    assertThat(office.engine("DELETE", "/user/" + ANA, "").status()).isIn(403, 404);

    assertThat(office.askApi(ANA, "secret").status()).isEqualTo(200);
  }

  @Test
  void norCanThoseThatAnAdministratorMade() {
    assertThat(office.logIn("admin", "admin-secret").status()).isEqualTo(200);
    office.engine(
        "POST",
        "/user/create",
        "{\"profile\":{\"id\":\"temp\"},\"credentials\":{\"password\":\"%s\"}}".formatted(NEW));
    var temp = new Visitor("127.0.0.1", port);
    assertThat(temp.logIn("temp", NEW).status()).isEqualTo(200);

    assertThat(temp.engine("DELETE", "/user/temp", "").status()).isIn(403, 404);
    assertThat(temp.setPassword("temp", NEW + "s", NEW).status()).isEqualTo(204);
  }

  private String passwordOf(String id) {
    return jdbc.queryForObject("select PWD_ from ACT_ID_USER where ID_ = ?", String.class, id);
  }
}
