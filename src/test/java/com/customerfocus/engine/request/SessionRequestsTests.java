package com.customerfocus.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.LoggedIn;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/**
 * Requests with the login of the browser to endpoints of a room: Ana is a manager, Dan a process
 * owner, Eve has an account without a group.
 */
@CustomerFocusTest
class SessionRequestsTests {

  private static final String SAMPLES = "/camunda/api/samples";
  private static final String MULTIPART = "multipart/form-data; boundary=xx";

  private final String address;

  SessionRequestsTests(@LocalServerPort int port) {
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void accounts(@Autowired Accounts accounts) {
    accounts.synchronize(
        List.of(
            new Account("ana", "Ana Ruiz", null, Set.of(Groups.MANAGERS)),
            new Account("dan", "Dan Oduya", null, Set.of(Groups.PROCESS_OWNERS)),
            new Account("eve", "Eve Stone", null, Set.of())),
        Map.of(Groups.MANAGERS, "Managers", Groups.PROCESS_OWNERS, "Process owners"),
        Set.of());
  }

  @Test
  void theControllerKnowsTheLoginOfTheBrowser() {
    var answer = logIn("ana").send("GET", SAMPLES + "/1", null, null);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"id\":\"ana\"", "\"groups\":[\"managers\"]");
  }

  @Test
  void withoutALoginTheAnswerIs401() {
    var stranger = new LoggedIn(address).speaking("es");

    for (var path : List.of("/1", "/for-owners", "/404")) {
      var answer = stranger.send("GET", SAMPLES + path, null, null);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
      assertThat(answer.body()).contains("RequestRefused", "Inicia sesión primero.");
    }
  }

  @ParameterizedTest
  @CsvSource({"ana, 403", "eve, 403", "dan, 200", "admin, 200"})
  void anAddressForAGroupIsForItsMembersAndAdministrators(String person, int status) {
    var answer = logIn(person).send("GET", SAMPLES + "/for-owners", null, null);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.body()).contains("RequestRefused", "in none of the groups");
    }
  }

  @Test
  void jsonIsTakenWithTheTokenOnly() throws Exception {
    var sent = "{\"a\":\"b\"}";

    var answer = logIn("eve").send("POST", SAMPLES, HttpBrowser.JSON, sent);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"sent\":{\"a\":\"b\"}}");

    assertThat(sentWithoutToken(sent).statusCode()).isEqualTo(403);
  }

  /** What a page of another site could make the browser send. */
  private HttpResponse<String> sentWithoutToken(String body) throws Exception {
    var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var page = HttpRequest.newBuilder(URI.create(address + "/camunda/app/tasklist/default/"));
    var token =
        browser
            .send(page.build(), BodyHandlers.ofString())
            .headers()
            .firstValue("X-XSRF-TOKEN")
            .orElseThrow();
    var login =
        HttpRequest.newBuilder(
                URI.create(address + "/camunda/api/admin/auth/user/default/login/tasklist"))
            .header("X-XSRF-TOKEN", token)
            .header("Content-Type", HttpBrowser.FORM)
            .POST(BodyPublishers.ofString("username=eve&password=secret"));
    assertThat(browser.send(login.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    var forged =
        HttpRequest.newBuilder(URI.create(address + SAMPLES))
            .header("Content-Type", HttpBrowser.JSON)
            .POST(BodyPublishers.ofString(body));
    return browser.send(forged.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json                  | no JSON           | 400",
        "application/json                  | []                | 400",
        "application/json                  | {\"a\":1,\"a\":2} | 400",
        "application/x-www-form-urlencoded | a=b               | 415",
        "text/plain                        | a                 | 415",
        "multipart/form-data; boundary=xx  | --xx--            | 415"
      })
  void onlyAJsonObjectIsTaken(String type, String body, int status) {
    for (var person : List.of("eve", "admin")) {
      var answer = logIn(person).send("POST", SAMPLES, type, body);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      assertThat(answer.body()).contains("RequestRefused");
    }
  }

  @Test
  void aFileIsTakenUpToItsLimit() {
    var ana = logIn("ana");

    var fits = ana.send("PUT", SAMPLES + "/file", MULTIPART, file(1_900_000));
    assertThat(fits.statusCode()).as(fits.body()).isEqualTo(200);
    assertThat(fits.body()).isEqualTo("{\"bytes\":1900000}");

    for (var person : List.of("ana", "admin")) {
      var tooLarge = logIn(person).send("PUT", SAMPLES + "/file", MULTIPART, file(2_100_000));
      assertThat(tooLarge.statusCode()).as(tooLarge.body()).isEqualTo(413);
      assertThat(tooLarge.body()).contains("RequestRefused", "at most 2 MB fit");
    }
  }

  @Test
  void aFileOfAPersonWhoMayNotSendItIsNotRead() {
    var small = logIn("eve").send("PUT", SAMPLES + "/file", MULTIPART, file(10));
    assertThat(small.statusCode()).as(small.body()).isEqualTo(403);

    var large = logIn("eve").send("PUT", SAMPLES + "/file", MULTIPART, file(100_000));
    assertThat(large.statusCode()).as(large.body()).isEqualTo(413);

    var without = logIn("ana").send("PUT", SAMPLES + "/file", MULTIPART, "--xx--\r\n");
    assertThat(without.statusCode()).as(without.body()).isEqualTo(400);
    assertThat(without.body()).contains("The request is not understood.");
  }

  private static String file(int bytes) {
    return """
    --xx\r
    Content-Disposition: form-data; name="file"; filename="a.txt"\r
    \r
    %s\r
    --xx--\r
    """
        .formatted("a".repeat(bytes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400   | 400 | Write your answer | Escribe tu respuesta",
        "403   | 403 | decides about it | decide solo quien",
        "404   | 404 | does not exist   | no existe",
        "409   | 409 | is done already  | ya está hecha",
        "500   | 500 | on our side      | por nuestra parte",
        "words | 400 | not understood   | No se entiende"
      })
  void failuresAreToldInTheLanguageOfTheReader(
      String id, int status, String english, String spanish) throws IOException {
    var eve = logIn("eve");
    try (var log = new LogLines()) {
      for (var language : Map.of("en", english, "es", spanish).entrySet()) {
        var answer = eve.speaking(language.getKey()).send("GET", SAMPLES + "/" + id, null, null);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
            .startsWith("application/json");
        assertThat(answer.body())
            .startsWith("{\"type\":\"RequestRefused\",\"message\":\"")
            .contains(language.getValue())
            .doesNotContain("secret");
      }
      assertThat(log.all()).noneSatisfy(line -> assertThat(line).contains("a secret"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /camunda/api/samples",
        "GET /camunda/api/samples/",
        "GET /camunda/api/samples/1/",
        "GET /camunda/api/samples/1/2",
        "GET /camunda/api/samples/undeclared/anything",
        "HEAD /camunda/api/samples/1",
        "POST /camunda/api/samples/1",
        "PUT /camunda/api/samples/1",
        "DELETE /camunda/api/samples/1",
        "GET /camunda/api/none"
      })
  void whatNoRoomDeclaresIsRefused(String request) {
    var method = request.split(" ")[0];
    var path = request.split(" ")[1];
    var body = method.startsWith("P") ? "{}" : null;

    assertThat(logIn("eve").send(method, path, HttpBrowser.JSON, body).statusCode()).isEqualTo(403);
    assertThat(new LoggedIn(address).send("GET", path, null, null).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/x",
        "/camunda/api/",
        "/camunda/api/{any}",
        "/camunda/api/*",
        "/camunda/api/engine/x",
        "/camunda/api/admin/x",
        "/camunda/api/cockpit/x"
      })
  void addressesOfTheWebApplicationsCannotBeDeclared(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionRequests.inTasklist(HttpMethod.GET, path));
  }

  @Test
  void otherMethodsAndLargerFilesCannotBeDeclared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionRequests.inTasklist(HttpMethod.DELETE, SAMPLES));
    var sent = SessionRequests.inTasklist(HttpMethod.POST, SAMPLES);
    assertThatIllegalArgumentException().isThrownBy(() -> sent.withFiles(DataSize.ofMegabytes(21)));
  }

  private LoggedIn logIn(String person) {
    return new LoggedIn(address, person, person.equals("admin") ? "admin-secret" : "secret");
  }
}
