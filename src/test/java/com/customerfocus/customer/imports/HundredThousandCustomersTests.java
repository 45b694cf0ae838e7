package com.customerfocus.customer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.SeparateProgram;
import com.customerfocus.testing.TasklistUser;
import com.customerfocus.testing.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program on PostgreSQL, with a small heap, takes in a large file of customers: sent over
 * HTTP, reviewed in Tasklist, applied by a job. With {@code -Dcustomers=1000000 -Dheap=512m} by
 * hand.
 */
@Tag("own-program")
class HundredThousandCustomersTests {

  private static final int CUSTOMERS = Integer.getInteger("customers", 100_000);
  private static final String HEAP = System.getProperty("heap", "160m");
  private static final String LOGIN = "eva:secret";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String PATH = "/api/customers/imports";

  @TempDir Path folder;

  private final ObjectMapper json = new ObjectMapper();
  private String address;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void areReviewedAndAppliedWithASmallHeapAndTheSameAgainChangesNothing() throws Exception {
    var csv = folder.resolve("customers.csv");
    SampleFile.write(csv, CUSTOMERS, List.of());
    try (var program =
        SeparateProgram.node(
                folder.resolve("node"),
                TestDatabase.newPostgresDatabase(),
                List.of(
                    "customer-focus.accounts.initial-password=secret",
                    "customer-focus.organization.file=file:" + organization(),
                    // Applying takes several leases.
                    "camunda.bpm.job-execution.lock-time-in-millis=1500"))
            .withHeap(HEAP)) {
      program.start("eva");
      address = program.address();
      assertThat(send(PATH + "/reviews", csv).path("id").asLong()).isPositive();
      var browser = new HttpBrowser(address);
      browser.logIn("eva", "secret");
      var tasklist = new TasklistUser(address, "eva", "secret");
      var reviewed = tasklist.task("reviewCustomerChanges").orElseThrow();
      putOneOfThem(browser);
      apply(browser, reviewed);
      // It is checked once more, by the job, which takes several leases, too.
      await()
          .atMost(PATIENCE)
          .until(
              () -> tasklist.task("reviewCustomerChanges").filter(it -> !it.equals(reviewed)),
              Optional::isPresent);
      apply(browser, tasklist.task("reviewCustomerChanges").orElseThrow());
      await().atMost(PATIENCE).until(() -> last(browser).path("state").asText().equals("APPLIED"));
      assertThat(last(browser).path("added").asInt()).isEqualTo(CUSTOMERS - 1);

      var again = send(PATH, csv);
      assertThat(again.path("unchanged").asInt()).isEqualTo(CUSTOMERS);
      assertThat(again.path("changed").asInt() + again.path("added").asInt()).isZero();
      assertThat(program.output()).doesNotContain("OutOfMemoryError");
    }
  }

  private static void putOneOfThem(HttpBrowser browser) {
    var put =
        browser.sendAsProgram(
            LOGIN,
            "PUT",
            "/api/customers/C-17",
            HttpBrowser.JSON,
            "{\"name\": \"Another\", \"language\": \"en\"}");
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
  }

  private static void apply(HttpBrowser browser, String task) {
    var answer =
        browser.send(
            "POST",
            HttpBrowser.ENGINE + "/task/" + task + "/submit-form",
            HttpBrowser.JSON,
            "{\"variables\": {\"decision\": {\"value\": \"apply\", \"type\": \"String\"}}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  /** Of one person, who administers the program. */
  private Path organization() throws IOException {
    return Files.writeString(
        folder.resolve("organization.csv"),
        """
        employee id,name,mail,manager,department,heritage company,language,site,roles
        eva,Eva Top,eva@x.example,,Head Office,Norte,en,Madrid,senior-officer administrator
        """);
  }

  private JsonNode last(HttpBrowser browser) throws IOException {
    var answer = browser.sendAsProgram(LOGIN, "GET", PATH + "?size=1", null, null);
    return json.readTree(answer.body()).at("/imports/0");
  }

  private JsonNode send(String path, Path csv) throws Exception {
    var head =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"customers.csv\"\r\n\r\n";
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", BasicLogin.header(LOGIN))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofFile(csv),
                    BodyPublishers.ofString("\r\n--b--\r\n")))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return json.readTree(answer.body());
  }
}
