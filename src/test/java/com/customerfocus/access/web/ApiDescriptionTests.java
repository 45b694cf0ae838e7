package com.customerfocus.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.customerfocus.testing.CustomerFocusTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document that developers of clients read. */
@CustomerFocusTest
class ApiDescriptionTests {

  private final ObjectMapper json = new ObjectMapper();
  private final MockMvcTester http;
  private final RequestMappingHandlerMapping controllers;

  @Autowired
  ApiDescriptionTests(
      WebApplicationContext program,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers) {
    this.http = MockMvcTester.from(program);
    this.controllers = controllers;
  }

  @Test
  void theDescriptionIsComplete() throws IOException {
    var description = description();

    assertThat(description.at("/info/title").asText()).isEqualTo("Customer focus");
    assertThat(description.at("/info/version").asText()).isNotBlank();
    assertThat(description.at("/info/description").asText()).contains("RFC 9457");
    assertThat(description.at("/components/securitySchemes/login/scheme").asText())
        .isEqualTo("basic");
    assertThat(description.at("/security/0").has("login")).isTrue();
    assertThat(description.path("paths").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(addresses());
    assertThat(
            description
                .at("/paths/~1api~1cascades~1{id}~1receipts.csv/get/responses/200/content")
                .fieldNames())
        .toIterable()
        .containsExactly("text/csv");
    for (var path : description.path("paths")) {
      for (var operation : path) {
        assertDescribed(operation);
      }
    }
    for (var tag : description.path("tags")) {
      assertThat(tag.path("description").asText()).as(tag.toString()).isNotBlank();
    }
  }

  /** Each address below /api to which a controller of the program listens. */
  private Set<String> addresses() {
    return controllers.getHandlerMethods().keySet().stream()
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .filter(address -> address.startsWith("/api/"))
        .collect(Collectors.toSet());
  }

  private static void assertDescribed(JsonNode operation) {
    var of = operation.path("operationId").asText();
    assertThat(operation.path("summary").asText()).as(of).isNotBlank();
    assertThat(operation.path("description").asText()).as(of).isNotBlank();
    for (var parameter : operation.path("parameters")) {
      assertThat(parameter.path("description").asText()).as(of + " " + parameter).isNotBlank();
    }
    assertThat(operation.path("responses").fieldNames())
        .toIterable()
        .as(of)
        .contains("400", "401", "403")
        .anyMatch(status -> status.startsWith("2"));
    for (var response : operation.path("responses")) {
      assertThat(response.path("description").asText()).as(of).isNotBlank().isNotEqualTo("OK");
    }
    assertThat(operation.at("/responses/403/content").fieldNames())
        .toIterable()
        .containsExactly("application/problem+json");
  }

  @Test
  void everyRefusalIsAProblemDetail() throws IOException {
    var description = description();

    assertThat(answers(description))
        .filteredOn(answer -> !answer.status().startsWith("2"))
        .isNotEmpty()
        .allSatisfy(
            answer ->
                assertThat(
                        answer
                            .description()
                            .at("/content/application~1problem+json/schema/$ref")
                            .asText())
                    .isEqualTo("#/components/schemas/ProblemDetail"));
    assertThat(description.at("/components/schemas/ProblemDetail/properties").has("detail"))
        .isTrue();
  }

  @Test
  void aBusyProgramSaysWhenToRetry() throws IOException {
    var description = description();

    assertThat(answers(description))
        .filteredOn(answer -> answer.status().equals("503"))
        .hasSameSizeAs(
            answers(description).stream().filter(answer -> answer.status().equals("401")).toList())
        .isNotEmpty()
        .allSatisfy(
            answer ->
                assertThat(answer.description().at("/headers/Retry-After/schema/type").asText())
                    .isEqualTo("integer"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/cascades, cascades, releasedBy",
    "/api/cascades/{id}/escalations, escalations, escalatedTo",
    "/api/cascades/{id}/questions, questions, answeredBy",
    "/api/promises, promises, madeBy",
    "/api/handoffs, handoffs, dueAt",
    "/api/customer-cases, cases, newsDueAt",
    "/api/partnerships, partnerships, timeToOwn",
    "/api/organization/imports, imports, fileName",
    "/api/customers, customers, reference",
    "/api/customers/imports, imports, fileName",
    "/api/incoming-mails, mails, receivedAt",
    "/api/customer-data-requests, requests, doneBy",
    "/api/audit, entries, userName",
    "/api/calendars, calendars, specialDays"
  })
  void eachListIsDescribedByWhatItHolds(String path, String list, String detail)
      throws IOException {
    var description = description();

    var answer =
        description
            .path("paths")
            .path(path)
            .at("/get/responses/200/content/application~1json/schema/$ref");
    var entries = described(description, answer).path("properties").path(list).at("/items/$ref");
    assertThat(described(description, entries).path("properties").has(detail)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cascades",
        "/api/cascades/{id}/escalations",
        "/api/cascades/{id}/questions",
        "/api/promises",
        "/api/handoffs",
        "/api/customer-cases",
        "/api/organization/imports",
        "/api/customers",
        "/api/customers/imports",
        "/api/incoming-mails",
        "/api/customer-data-requests",
        "/api/audit"
      })
  void eachListSaysWhichPagesThereAre(String path) throws IOException {
    var parameters = description().path("paths").path(path).at("/get/parameters");

    assertThat(parameters)
        .filteredOn(parameter -> parameter.path("in").asText().equals("query"))
        .filteredOn(parameter -> parameter.path("schema").has("default"))
        .extracting(
            parameter -> parameter.path("name").asText(),
            parameter -> parameter.path("required").asBoolean(),
            parameter -> parameter.at("/schema/default").asInt(),
            parameter -> parameter.at("/schema/minimum").asInt(),
            parameter -> parameter.at("/schema/maximum").asInt())
        .containsExactly(tuple("page", false, 0, 0, 1_000_000), tuple("size", false, 20, 1, 100));
  }

  private record Answer(String operation, String status, JsonNode description) {}

  private static List<Answer> answers(JsonNode description) {
    var answers = new ArrayList<Answer>();
    for (var path : description.path("paths")) {
      for (var operation : path) {
        for (var answer : operation.path("responses").properties()) {
          answers.add(
              new Answer(
                  operation.path("operationId").asText(), answer.getKey(), answer.getValue()));
        }
      }
    }
    return answers;
  }

  private static JsonNode described(JsonNode description, JsonNode reference) {
    return description.at(reference.asText().substring(1));
  }

  private JsonNode description() throws IOException {
    return json.readTree(
        http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsByteArray());
  }
}
