package com.customerfocus.customer.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.imports.CustomerEntry;
import com.customerfocus.customer.imports.CustomerEntry.Values;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who may do what with customers over HTTP, with ordinary and with forged requests. */
@CustomerFocusTest
class CustomerRightsTests {

  private static final String PIA = "{\"name\": \"Pia Roy\", \"language\": \"en\"}";

  private final CustomerEntry customers;
  private final OrganizationImporter organization;
  private final JdbcTemplate rows;
  private final HttpBrowser browser;

  @Autowired
  CustomerRightsTests(
      CustomerEntry customers,
      OrganizationImporter organization,
      JdbcTemplate rows,
      @LocalServerPort int port) {
    this.customers = customers;
    this.organization = organization;
    this.rows = rows;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  @BeforeEach
  void twoOwnersWithACustomerEach() {
    new Company()
        .add("boss", null, "Board", "senior-officer")
        .add("olga", "boss", "Board", "process-owner")
        .add("carl", "boss", "Board", "communications")
        .add("fran", "boss", "Care", "front-line")
        .add("fred", "boss", "Care", "front-line")
        .importInto(organization);
    put("C-1", "Luz Mar", "fran");
    put("C-2", "Tom Ash", "fred");
  }

  private void put(String reference, String name, String owner) {
    customers.put(
        reference, new Values(name, "mail@x.example", null, null, "en", "gold", null, owner));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/customers              | front
          HEAD   | /api/customers              | front
          GET    | /api/customers/C-2          | front
          HEAD   | /api/customers/C-2          | front
          GET    | /api/customers/figures      | owner
          HEAD   | /api/customers/figures      | owner
          PUT    | /api/customers/C-2          | admin
          PUT    | /api/customers/figures      | admin
          PUT    | /api/customers/imports      | admin
          GET    | /api/customers/imports      | admin
          HEAD   | /api/customers/imports      | admin
          POST   | /api/customers/imports      | admin
          POST   | /api/customers/imports/reviews | admin
          POST   | /api/customers              | front
          DELETE | /api/customers              | front
          DELETE | /api/customers/C-2          | admin
          PATCH  | /api/customers/C-2          | admin
          POST   | /api/customers/C-2          | admin
          """)
  void eachRequestIsForOneRole(String method, String path, String role) {
    var body = method.equals("PUT") ? PIA : null;
    assertThat(status(null, method, path, body)).isEqualTo(401);
    for (var login : new String[] {"fran", "olga", "admin", "boss", "carl"}) {
      var its =
          switch (login) {
            case "fran" -> "front";
            case "olga" -> "owner";
            case "admin" -> "admin";
            default -> "none";
          };
      var status = status(login, method, path, body);
      if (its.equals(role)) {
        assertThat(status).as(login).isNotIn(401, 403);
      } else {
        assertThat(status).as(login).isEqualTo(403);
      }
    }
    assertThat(rows.queryForList("select reference from customer order by id", String.class))
        .containsExactly("C-1", "C-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/customers/C-2/",
        "/api/customers//C-2",
        "/api/customers/C-2;x=1",
        "/api/customers/%43-2",
        "/api/customers/./C-2",
        "/api/customers/x/../C-2",
        "/API/customers/C-2",
        "/api/customers/C-2.json",
        "/api/customers/figures/",
        "/api/customers/figures;x",
        "/api/customers?q=C-2",
        "/api/customers/imports/../C-2",
        "/api/customers/imports/C-2"
      })
  void anotherSpellingOfAnAddressGivesNoRight(String path) {
    for (var login : new String[] {"admin", "carl", null}) {
      var answer = send(login, "GET", path, null);
      assertThat(answer.statusCode()).as("%s as %s", path, login).isNotEqualTo(200);
      assertThat(answer.body()).doesNotContain("Tom Ash");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=tom",
        "q=ash&owner=fred",
        "owner=fred",
        "ownerId=fred&owner_id=fred",
        "q=mail@x.example",
        "q=%25",
        "q=C-",
        "q=C-2'%20or%20'1'='1",
        "q=%00",
        "q=gold"
      })
  void noSearchFindsCustomersOfAnother(String query) {
    var answer = send("fran", "GET", "/api/customers?" + query, null);
    assertThat(answer.body()).doesNotContain("Tom Ash", "C-2\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=-1", "size=0", "size=100000", "page=99999999999", "page=x"})
  void pagesThatAreNoneAreRefused(String query) {
    assertThat(status("fran", "GET", "/api/customers?" + query, null)).isEqualTo(400);
  }

  @Test
  void aSearchOfTenThousandCharactersFindsNothing() {
    var answer = send("fran", "GET", "/api/customers?q=" + "a".repeat(6_000), null);
    assertThat(answer.statusCode()).isIn(200, 400, 414);
    assertThat(answer.body()).doesNotContain("Luz Mar");
  }

  @Test
  void figuresNameNoCustomer() {
    var answer = send("olga", "GET", "/api/customers/figures", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"customers\":2")
        .doesNotContain("Luz", "Tom", "C-1", "mail@", "fran", "fred");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                              | 400
          `{`                                             | 400
          `[]`                                            | 400
          `null`                                          | 400
          `"Pia"`                                         | 400
          `{"name": {"first": "Pia"}, "language": "en"}`  | 400
          `{}`                                            | 422
          `{"name": " ", "language": "en"}`               | 422
          `{"name": "Pia\\u0000Roy", "language": "en"}`   | 422
          `{"name": "Pia", "language": "en", "owner": "none"}` | 422
          `{"name": "Pia", "language": "en", "timeZone": "x"}` | 422
          `{"name": "Pia", "language": "en", "mail": "a@b\\nBcc: c@d.example"}` | 422
          """)
  void aBadBodyIsRefusedAndChangesNothing(String body, int status) {
    var answer = send("admin", "PUT", "/api/customers/C-3", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "mail", "phone", "postalAddress", "tier", "timeZone", "owner"})
  void aValueOfTenThousandCharactersIsAnErrorOfItsColumn(String field) {
    var body =
        "{\"name\": \"Pia\", \"language\": \"en\", \"%s\": \"%s\"}"
            .formatted(field, "9".repeat(10_000));
    var answer = send("admin", "PUT", "/api/customers/C-3", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("\"column\"").doesNotContain("9".repeat(100));
    assertThat(count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"figures", "imports", "%20", "a%0Ab", "é", "-1", "1.2E+11"})
  void aReferenceThatIsNoneIsRefused(String reference) {
    assertThat(status("admin", "PUT", "/api/customers/" + reference, PIA)).isIn(400, 422);
    // As long as the web server takes a line: with a longer one it hangs up while the body comes.
    assertThat(status("admin", "PUT", "/api/customers/" + "9".repeat(7_000), PIA)).isIn(400, 422);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void thePutOfAnAdministratorTellsNothingOfWhatIsOnFile() {
    var answer = send("admin", "PUT", "/api/customers/C-2", PIA);
    assertThat(answer.body()).contains("CHANGED").doesNotContain("Tom", "gold", "fred");
  }

  @Test
  void anotherTypeOfBodyIsRefused() {
    var answer =
        browser.sendAsProgram(
            login("admin"), "PUT", "/api/customers/C-3", HttpBrowser.FORM, "name=Pia&language=en");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(count()).isEqualTo(2);
  }

  private int count() {
    return rows.queryForObject("select count(*) from customer", Integer.class);
  }

  private int status(String login, String method, String path, String body) {
    return send(login, method, path, body).statusCode();
  }

  private HttpResponse<String> send(String login, String method, String path, String body) {
    return browser.sendAsProgram(
        login(login), method, path, body == null ? null : HttpBrowser.JSON, body);
  }

  private static String login(String id) {
    return id == null ? null : id + (id.equals("admin") ? ":admin-secret" : ":secret");
  }
}
