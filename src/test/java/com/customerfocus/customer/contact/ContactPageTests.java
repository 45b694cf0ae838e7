package com.customerfocus.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page My contact settings over HTTP, without cookie, login or script. */
@CustomerFocusTest
class ContactPageTests {

  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

  private final ContactLinks links;
  private final JdbcTemplate rows;
  private final HttpBrowser browser;

  private long lucia;
  private String page;

  @Autowired
  ContactPageTests(ContactLinks links, JdbcTemplate rows, @LocalServerPort int port) {
    this.links = links;
    this.rows = rows;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  @BeforeEach
  void aCustomerWithALink() {
    lucia = new SampleCustomers(rows).lucia();
    page = URI.create(links.urlFor(lucia)).getPath();
  }

  @Test
  void thePageIsInTheCustomersLanguage() {
    assertThat(get(page).body()).contains("lang=\"es\"", "Mis preferencias de contacto", "Lucía");
    rows.update("update customer set chosen_language = 'en'");
    assertThat(get(page).body()).contains("lang=\"en\"", "My contact settings");
  }

  @Test
  void openingChangesNothingHowOftenEver() {
    change("CONTACT", "NO_LETTERS");
    var before = everything();
    for (var address : List.of(page, page + "/never", page + "/unsubscribe")) {
      for (var method : List.of("GET", "HEAD")) {
        for (var time = 0; time < 10; time++) {
          assertThat(send(method, address, null, null).statusCode()).isIn(200, 303);
        }
      }
    }
    assertThat(everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "CONTACT, NO_LETTERS, contact, NORMAL",
    "CONTACT, NO_CONTACT, contact, NORMAL",
    "CONTACT, LOST, contact, NORMAL",
    "BY_POST, true, by_post, false",
    "LANGUAGE, en, chosen_language, es"
  })
  void aChoiceHoldsAndIsRecordedOnce(String what, String chosen, String column, String before) {
    var body = form(what, chosen);

    assertThat(post(page, body).statusCode()).isEqualTo(303);
    assertThat(post(page, body).statusCode()).isEqualTo(303);

    assertThat(column(column)).isEqualToIgnoringCase(chosen);
    assertThat(
            rows.queryForList(
                "select what, chosen, chosen_before, text_version from customer_choice"))
        .extracting(Map::values)
        .extracting(List::copyOf)
        .containsExactly(List.of(what, chosen, before, ContactPage.TEXT_VERSION));
  }

  @Test
  void aChoiceCanBeTakenBackOnThePage() {
    change("CONTACT", "LOST");
    assertThat(get(page).body()).contains("id=\"undo\"", "Nunca más.");
    assertThat(get(page).body()).doesNotContain("id=\"never\"");

    change("CONTACT", "NORMAL");

    assertThat(column("contact")).isEqualTo("NORMAL");
    assertThat(rows.queryForList("select chosen from customer_choice order by id", String.class))
        .containsExactly("LOST", "NORMAL");
  }

  @Test
  void whatIsChosenTogetherIsSavedConfirmedAndTakenBackTogether() {
    var body = form("CONTACT", "NO_LETTERS") + "&BY_POST=false&LANGUAGE=en";

    assertThat(post(page, body).statusCode()).isEqualTo(303);

    assertThat(column("contact")).isEqualTo("NO_LETTERS");
    assertThat(column("chosen_language")).isEqualTo("en");
    assertThat(rows.queryForList("select what from customer_choice order by id", String.class))
        .as("what stays as it was is no choice")
        .containsExactly("CONTACT", "LANGUAGE");
    assertThat(rows.queryForObject("select count(*) from notice", Long.class)).isOne();
    assertThat(get(page).body())
        .contains("No letters and no offers.", "English.", "name=\"CONTACT\" value=\"NORMAL\"");

    assertThat(post(page, form("CONTACT", "NORMAL") + "&LANGUAGE=es").statusCode()).isEqualTo(303);
    assertThat(column("contact")).isEqualTo("NORMAL");
    assertThat(column("chosen_language")).isEqualTo("es");
  }

  @Test
  void theOnlySaveSendsAllSettings() {
    var body = get(page).body();

    assertThat(body.split("type=\"submit\"", -1)).hasSize(2);
    assertThat(body.indexOf("name=\"LANGUAGE\"")).isLessThan(body.indexOf("type=\"submit\""));
  }

  @Test
  void aLostCustomerMayChangeTheLanguageAlone() {
    change("CONTACT", "LOST");

    change("LANGUAGE", "en");

    assertThat(column("contact")).isEqualTo("LOST");
    assertThat(column("chosen_language")).isEqualTo("en");
  }

  @Test
  void neverAgainIsAskedOnceOnAPageOfItsOwn() {
    assertThat(get(page).body()).doesNotContain("value=\"LOST\"").contains("/never\"");
    assertThat(get(page + "/never").body())
        .contains("value=\"LOST\"", "¿Seguro?", "que la ley nos exige");
  }

  @Test
  void aPageThatWasOpenedBeforeALaterChoiceTakesNothingBack() {
    var old = form("CONTACT", "NO_LETTERS");
    change("CONTACT", "LOST");

    var answer = post(page, old);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("This page was out of date", "Esta página no estaba al día");
    assertThat(column("contact")).isEqualTo("LOST");
  }

  @Test
  void aPageWithAnOlderTextChangesNothing() {
    var old = form("CONTACT", "NO_LETTERS").replace(ContactPage.TEXT_VERSION, "2020-01");

    assertThat(post(page, old).statusCode()).isEqualTo(409);
    assertThat(column("contact")).isEqualTo("NORMAL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONTACT=ALWAYS&seen=0",
        "NAME=Eva&seen=0",
        "CONTACT=LOST",
        "CONTACT=LOST&seen=-1",
        "CONTACT=LOST&CONTACT=NORMAL&seen=0",
        "CONTACT=LOST&LANGUAGE=fr&seen=0",
        "BY_POST=yes&seen=0",
        "LANGUAGE=fr&seen=0",
        ""
      })
  void whatThePageDoesNotSendIsRefused(String body) {
    var answer = post(page, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("We could not take this", "No hemos podido aceptarlo");
    assertThat(everything()).doesNotContain("LOST");
  }

  @Test
  void whatIsTooLongOrAScriptIsRefusedAndNotRepeated() {
    for (var text : List.of("x".repeat(20_000), "<script>alert(1)</script>", "\u0000'\"--")) {
      var typed = URLEncoder.encode(text, StandardCharsets.UTF_8);
      for (var field : List.of("CONTACT", "seen", "version")) {
        var answer =
            post(page, form("CONTACT", "LOST").replaceAll(field + "=[^&]*", field + "=" + typed));
        assertThat(answer.statusCode()).as(field).isIn(400, 409);
        assertThat(answer.body()).doesNotContain(text);
      }
      var elsewhere =
          URLEncoder.encode(
              text.substring(0, Math.min(text.length(), 2_000)), StandardCharsets.UTF_8);
      assertThat(get("/contact/" + elsewhere).statusCode()).isIn(400, 404);
    }
    assertThat(column("contact")).isEqualTo("NORMAL");
  }

  @Test
  void aNameIsShownAsItIsWritten() {
    rows.update("update customer set name = '<script>alert(1)</script> {{7*7}} ${1+1}'");

    assertThat(get(page).body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} ${1+1}")
        .doesNotContain("<script");
  }

  @Test
  void aDoubleClickIsRecordedOnce() {
    var body = form("CONTACT", "NO_LETTERS");
    var clicks =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> post(page, body).statusCode()))
            .limit(4)
            .toList();

    assertThat(clicks).extracting(CompletableFuture::join).containsOnly(303);
    assertThat(rows.queryForList("select chosen from customer_choice", String.class))
        .containsExactly("NO_LETTERS");
    assertThat(rows.queryForObject("select count(*) from notice", Long.class)).isOne();
  }

  @Test
  void aFileIsRefused() {
    assertThat(send("POST", page, "multipart/form-data; boundary=x", "--x--").statusCode())
        .isEqualTo(415);
  }

  @Test
  void aForgedLinkAndARemovedCustomerGetTheSameApology() {
    var forged = page.substring(0, page.length() - 1) + (page.endsWith("A") ? "B" : "A");
    var body = form("CONTACT", "LOST");
    var apologies =
        Stream.of(get(forged), get(forged + "/never"), post(forged, body), get("/contact"))
            .toList();
    rows.update("delete from customer");
    var gone = Stream.of(get(page), get(page + "/never"), post(page, body)).toList();

    assertThat(Stream.of(apologies, gone).flatMap(List::stream))
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(404);
              assertThat(answer.body()).isEqualTo(apologies.get(0).body());
            });
    assertThat(apologies.get(0).body())
        .contains("This link opens no contact settings", "Este enlace no abre");
    assertThat(post(forged + "/unsubscribe", "").statusCode()).isEqualTo(404);
    assertThat(post(page + "/unsubscribe", "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded|List-Unsubscribe=One-Click",
        "multipart/form-data; boundary=x|--x\r\nContent-Disposition: form-data;"
            + " name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n"
      })
  void theButtonOfAMailProgramEndsLettersOnly(String request) {
    var parts = request.split("\\|");
    for (var time = 0; time < 2; time++) {
      assertThat(send("POST", page + "/unsubscribe", parts[0], parts[1]).statusCode())
          .isEqualTo(200);
    }

    assertThat(column("contact")).isEqualTo("NO_LETTERS");
    assertThat(rows.queryForList("select text_version from customer_choice", String.class))
        .containsExactly("one-click");
    assertThat(rows.queryForObject("select count(*) from notice", Long.class)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_CONTACT", "LOST"})
  void theButtonGivesNoPermissionBack(String choice) {
    change("CONTACT", choice);

    assertThat(post(page + "/unsubscribe", "List-Unsubscribe=One-Click").statusCode())
        .isEqualTo(200);
    assertThat(column("contact")).isEqualTo(choice);
  }

  @Test
  void withoutAPostalAddressPaperIsNotOffered() {
    assertThat(get(page).body()).contains("name=\"BY_POST\"");
    rows.update("update customer set postal_address = ' '");
    assertThat(get(page).body())
        .doesNotContain("name=\"BY_POST\"")
        .contains("No tenemos tu dirección postal");
  }

  private void change(String what, String chosen) {
    assertThat(post(page, form(what, chosen)).statusCode()).isEqualTo(303);
  }

  /** As the page that is open now would send it. */
  private String form(String what, String chosen) {
    var seen = SEEN.matcher(get(page).body());
    assertThat(seen.find()).isTrue();
    return "%s=%s&seen=%s&version=%s"
        .formatted(what, chosen, seen.group(1), ContactPage.TEXT_VERSION);
  }

  private HttpResponse<String> get(String path) {
    return send("GET", path, null, null);
  }

  private HttpResponse<String> post(String path, String form) {
    return send("POST", path, HttpBrowser.FORM, form);
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    return browser.sendAsProgram(null, method, path, type, body);
  }

  private String column(String name) {
    return rows.queryForObject(
        "select cast(%s as varchar(20)) from customer".formatted(name), String.class);
  }

  private String everything() {
    return Stream.of("customer", "customer_choice", "notice")
        .map(table -> rows.queryForList("select * from " + table).toString())
        .toList()
        .toString();
  }
}
