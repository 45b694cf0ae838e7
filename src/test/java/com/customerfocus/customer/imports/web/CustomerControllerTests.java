package com.customerfocus.customer.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.RemovedCustomers;
import com.customerfocus.testing.CustomerFocusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Answers of the API of customers; authorization is tested in the room access. */
@CustomerFocusTest
class CustomerControllerTests {

  private final MockMvcTester http;
  private final RemovedCustomers removed;
  private final JdbcTemplate rows;

  @Autowired
  CustomerControllerTests(
      WebApplicationContext program, RemovedCustomers removed, JdbcTemplate rows) {
    this.http = MockMvcTester.from(program);
    this.removed = removed;
    this.rows = rows;
  }

  private MvcTestResult put(String reference, String json) {
    return http.put()
        .uri("/api/customers/" + reference)
        .contentType(MediaType.APPLICATION_JSON)
        .content(json)
        .exchange();
  }

  @Test
  void aCustomerIsCreatedOnceAndChangedOnlyByAnotherValue() {
    var json = "{\"name\": \"Pia Roy\", \"language\": \"en\"}";
    assertThat(put("P-1", json)).hasStatus(201);
    assertThat(put("P-1", json))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.outcome")
        .isEqualTo("UNCHANGED");
    assertThat(put("P-1", json.replace("Roy", "Ray")))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.outcome")
        .isEqualTo("CHANGED");
    assertThat(http.get().uri("/api/customers/P-1"))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.name")
        .isEqualTo("Pia Ray");
    assertThat(http.get().uri("/api/customers/P-2")).hasStatus(404);
  }

  @Test
  void aSearchAnswersAPageOfOwnCustomers() {
    put("P-1", "{\"name\": \"Pia Roy\", \"language\": \"en\"}");
    assertThat(
            http.get()
                .uri("/api/customers?q=P-1")
                .principal(new TestingAuthenticationToken("fran", "")))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.customers[0].reference")
        .isEqualTo("P-1");
  }

  @Test
  void wrongValuesAreToldByColumn() {
    assertThat(put("P-1", "{\"name\": \"Pia\", \"language\": \"fr\", \"mail\": \"no\"}"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.errors[*].column")
        .asArray()
        .containsExactlyInAnyOrder("mail", "language");
    assertThat(rows.queryForObject("select count(*) from customer", Integer.class)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "Pia", "language": "en", "telephone": "+34 600 111 222"} | telephone
          {"name": "Pia", "language": "en", "contact": "NO_CONTACT"}        | contact
          {"name": "Pia", "language": "en", "Mail": "pia@x.example"}        | Mail
          {"name": "\\ud800X", "language": "en"}                            | name
          """)
  void aKeyThatIsNotKnownAndABrokenCharacterAreToldAndChangeNothing(String json, String key) {
    put("P-1", "{\"name\": \"Pia\", \"language\": \"en\", \"phone\": \"+34 600 111 222\"}");
    var before = rows.queryForList("select * from customer");
    assertThat(put("P-1", json))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.errors[*].column")
        .asArray()
        .containsExactly(key);
    assertThat(rows.queryForList("select * from customer")).isEqualTo(before);
  }

  @Test
  void errorsOfOneCustomerSpeakOfNoFile() {
    assertThat(put("P-1", "{\"name\": \"Pia\", \"language\": \"en\", \"timeZone\": \"x\"}"))
        .hasStatus(422)
        .bodyText()
        .contains("\"column\":\"timeZone\"", "send the customer again")
        .doesNotContain("file", "line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"Pia\""})
  void aBodyThatIsNoObjectIsAnsweredWithTheKeys(String body) {
    assertThat(put("P-1", body))
        .hasStatus(400)
        .bodyText()
        .contains("one JSON object", "postalAddress");
  }

  @Test
  void aCustomerWhoseDataWereRemovedDoesNotComeBack() {
    rows.update(
        """
        insert into customer_data_request (kind, reference_digest, done_by, done_at)
        values ('REMOVED', ?, 'owner', timestamp '2026-03-02 09:00:00')
        """,
        removed.digest("P-1"));
    assertThat(put("P-1", "{\"name\": \"Pia Roy\", \"language\": \"en\"}")).hasStatus(409);
    assertThat(rows.queryForObject("select count(*) from customer", Integer.class)).isZero();
  }
}
