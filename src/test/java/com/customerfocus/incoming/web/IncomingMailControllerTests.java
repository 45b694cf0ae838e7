package com.customerfocus.incoming.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.springframework.jdbc.core.JdbcTemplate;

/** Who sees which mails came in, page by page; what they say is shown to no role. */
@CustomerFocusTest
class IncomingMailControllerTests {

  private static final String PATH = "/api/incoming-mails";
  private static final List<String> CONTENT =
      List.of("ana@customer.example", "Ana Soler", "Broken router", "It is broken", "photo.jpg");

  private final Accounts accounts;
  private final JdbcTemplate rows;
  private final MovableClock clock;
  private final HttpBrowser browser;

  @Autowired
  IncomingMailControllerTests(
      Accounts accounts, JdbcTemplate rows, MovableClock clock, @LocalServerPort int port) {
    this.accounts = accounts;
    this.rows = rows;
    this.clock = clock;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  /** Twenty-five of people, one an hour, two of which wait; three reports, one of last year. */
  @BeforeEach
  void mailsAndRoles() {
    accounts.synchronize(
        List.of(
            new Account("owner", "Olga Wner", null, Set.of(Groups.PROCESS_OWNERS)),
            new Account("boss", "Bo Oss", null, Set.of(Groups.SENIOR_OFFICERS)),
            new Account("fran", "Fran Ront", null, Set.of())),
        Map.of(Groups.PROCESS_OWNERS, "Process owners", Groups.SENIOR_OFFICERS, "Officers"),
        Set.of());
    for (var number = 0; number < 25; number++) {
      add("HUMAN", number < 2 ? "WAITING" : "HANDLED", Duration.ofHours(number));
    }
    add("DELIVERY_REPORT", "HANDLED", Duration.ofDays(1));
    add("DELIVERY_REPORT", "RECEIVED", Duration.ofDays(2));
    add("DELIVERY_REPORT", "HANDLED", Duration.ofDays(300));
  }

  private void add(String kind, String state, Duration ago) {
    var at = clock.instant().minus(ago).atOffset(ZoneOffset.UTC);
    rows.update(
        """
        insert into incoming_mail (digest, kind, state, readable, sender, sender_name, subject, text,
                                   attachments, message_id, from_recipient, received_at, recorded_at)
        values (?, ?, ?, true, 'ana@customer.example', 'Ana Soler', 'Broken router', 'It is broken',
                'photo.jpg', ?, false, ?, ?)
        """,
        kind + ago,
        kind,
        state,
        "<%s-%s@c>".formatted(kind, ago),
        at,
        at);
  }

  private JsonNode answer(String query) throws IOException {
    var answer = browser.sendAsProgram("owner:secret", "GET", PATH + query, null, null);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "owner:secret, 200",
    "admin:admin-secret, 200",
    "boss:secret, 403",
    "fran:secret, 403",
    "owner:wrong, 401",
    ", 401"
  })
  void rolesAndWhatTheySee(String login, int status) {
    var answer = browser.sendAsProgram(login, "GET", PATH + "?size=100", null, null);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain(CONTENT.toArray(String[]::new));
    assertThat(answer.body().contains("<HUMAN-PT1H@c>")).isEqualTo(status == 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void noRoleChangesMails(String method) {
    for (var login : List.of("owner:secret", "admin:admin-secret")) {
      assertThat(browser.sendAsProgram(login, method, PATH, null, null).statusCode())
          .isIn(403, 405);
    }
  }

  @Test
  void pageByPageTheNewestFirst() throws IOException {
    var seen = new ArrayList<String>();
    for (var page = 0; page < 3; page++) {
      var answer = answer("?size=10&page=" + page);
      assertThat(answer.at("/page").asInt()).isEqualTo(page);
      assertThat(answer.at("/size").asInt()).isEqualTo(10);
      answer.at("/mails").forEach(mail -> seen.add(mail.at("/receivedAt").asText()));
    }
    assertThat(seen).hasSize(27).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(answer("?size=10&page=3").at("/mails")).isEmpty();
    assertThat(answer("").at("/mails")).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource({
    "kind=HUMAN, 25",
    "kind=DELIVERY_REPORT, 2",
    "kind=AUTOMATIC, 0",
    "state=WAITING, 2",
    "kind=HUMAN&state=HANDLED, 23",
    "kind=DELIVERY_REPORT&state=WAITING, 0",
    "from=2020-01-01T00:00:00Z&kind=DELIVERY_REPORT, 3",
    "until=2020-01-01T00:00:00Z, 0",
    "from=2999-01-01T00:00:00Z&until=2020-01-01T00:00:00Z, 0"
  })
  void filters(String query, int found) throws IOException {
    assertThat(answer("?size=100&" + query).at("/mails")).hasSize(found);
  }

  @Test
  void theFiguresCountEachKindAndStateUnderAnyFilter() throws IOException {
    var figures = new ArrayList<String>();
    answer("?kind=AUTOMATIC")
        .at("/figures")
        .forEach(
            it ->
                figures.add(
                    "%s %s %d"
                        .formatted(
                            it.at("/kind").asText(),
                            it.at("/state").asText(),
                            it.at("/count").asInt())));

    assertThat(figures)
        .containsExactly(
            "DELIVERY_REPORT HANDLED 1",
            "DELIVERY_REPORT RECEIVED 1",
            "HUMAN HANDLED 23",
            "HUMAN WAITING 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind=PERSON",
        "kind=human'",
        "state=LOST",
        "from=yesterday",
        "until=2026-03-02",
        "page=-1",
        "page=x",
        "page=1000001",
        "page=99999999999",
        "size=0",
        "size=101"
      })
  void badParametersAreRefusedWithTheirName(String query) {
    var answer = browser.sendAsProgram("owner:secret", "GET", PATH + "?" + query, null, null);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains(query.substring(0, query.indexOf('=')))
        .doesNotContain("Exception", "java.");
  }

  @Test
  void theLargestPageOfTheLargestSizeIsEmpty() throws IOException {
    assertThat(answer("?page=1000000&size=100").at("/mails")).isEmpty();
  }
}
