package com.customerfocus.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LoggedIn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Body limits of the engine's web interface. */
@CustomerFocusTest
class EngineBodiesTests {

  private static final int MEGABYTE = 1024 * 1024;
  private static final String COUNT = "/task/count";

  private final Accounts accounts;
  private final String address;

  EngineBodiesTests(@Autowired Accounts accounts, @LocalServerPort int port) {
    this.accounts = accounts;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void people() {
    accounts.synchronize(
        List.of(new Account("manager", "Ana Gómez", null, Set.of(Groups.MANAGERS))),
        Map.of(Groups.MANAGERS, "Managers"),
        Set.of());
  }

  @Test
  void aPersonSendsAsMuchAsAMemoInTwoLanguages() throws JsonProcessingException {
    var manager = new LoggedIn(address, "manager", "secret");
    var json = new ObjectMapper();
    json.getFactory().enable(com.fasterxml.jackson.core.JsonGenerator.Feature.ESCAPE_NON_ASCII);
    var language = "😀".repeat(10_000);
    var memo = json.writeValueAsString(Map.of("body", language, "bodyEs", language));
    var query = json.writeValueAsString(Map.of("nameLike", memo));
    assertThat(query.length()).isGreaterThan(64 * 1024);

    assertThat(manager.post(COUNT, query).statusCode()).isEqualTo(200);
    assertThat(manager.post(COUNT, queryOf(MEGABYTE)).statusCode()).isEqualTo(200);
    var refused = manager.post(COUNT, queryOf(MEGABYTE + 1));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body())
        .contains("\"type\":\"RequestRefused\"", "The request is too large: at most 1 MB fit.");
  }

  @Test
  void anAdministratorSendsFiles() {
    var administrator = new LoggedIn(address, "admin", "admin-secret");

    assertThat(administrator.post(COUNT, queryOf(9 * MEGABYTE)).statusCode()).isEqualTo(200);
    assertThat(administrator.post(COUNT, queryOf(20 * MEGABYTE + 1)).statusCode()).isEqualTo(413);
  }

  /** A query of this number of bytes. */
  private static String queryOf(int length) {
    var frame = "{\"name\":\"\"}";
    return "{\"name\":\"" + "x".repeat(length - frame.length()) + "\"}";
  }
}
