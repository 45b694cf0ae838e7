package com.customerfocus.organization.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.OrganizationService;
import com.customerfocus.testing.CustomerFocusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Answers to an administrator's upload; authorization is tested in the room access. */
@CustomerFocusTest
class OrganizationImportControllerTests {

  private static final String PEOPLE =
      """
      employee id;name;mail;manager;department;heritage company;language;site
      eva;Eva Top;eva@x.example;;Sales;Norte;es;Toledo
      ana;Ana Ruiz;ana@x.example;eva;Sales;Norte;es;Toledo
      """;

  private final OrganizationService organization;
  private final MockMvcTester http;

  @Autowired
  OrganizationImportControllerTests(
      WebApplicationContext program, OrganizationService organization) {
    this.organization = organization;
    this.http = MockMvcTester.from(program);
  }

  @Test
  void withoutAFileTheAnswerSaysHowToSendOne() {
    assertThat(http.post().uri("/api/organization/imports").multipart())
        .hasStatus(400)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("Send the CSV file as multipart/form-data in a part with the name 'file'.");
  }

  @Test
  void anotherKindOfBodyIsAnsweredTheSame() {
    assertThat(
            http.post()
                .uri("/api/organization/imports")
                .contentType(MediaType.TEXT_PLAIN)
                .content(PEOPLE))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.title")
        .isEqualTo("The file is missing");
  }

  @Test
  void aDryRunThatIsNeitherTrueNorFalseDoesNotImport() {
    assertThat(
            http.post()
                .uri("/api/organization/imports?dryRun=maybe")
                .multipart()
                .file(file(PEOPLE)))
        .hasStatus(400);
    assertThat(organization.departments()).isEmpty();
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(http.post().uri("/api/organization/imports").multipart().file(file("")))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.errors[0].message")
        .asString()
        .startsWith("The file is empty.");
  }

  @Test
  void everyErrorIsToldWithLineColumnAndWhatToDo() {
    var wrong = PEOPLE.replace("eva;Sales;Norte;es", "bob;Sales;Norte;fr");
    assertThat(http.post().uri("/api/organization/imports").multipart().file(file(wrong)))
        .hasStatus(422)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {
              "title": "The organization file has errors",
              "status": 422,
              "detail": "The file has 2 errors and nothing was changed. Correct what is listed and import the file again.",
              "errors": [
                {
                  "line": 3,
                  "column": "language",
                  "message": "'fr' is not a language this program writes. Put en for English or es for Spanish."
                },
                {
                  "line": 3,
                  "column": "manager",
                  "message": "Nobody in the file has the employee id 'bob'. Correct the manager of Ana Ruiz (ana), or add the manager to the file."
                }
              ]
            }
            """);
    assertThat(organization.departments()).isEmpty();
  }

  @Test
  void aDryRunTellsWhatWouldChange() {
    assertThat(
            http.post().uri("/api/organization/imports?dryRun=true").multipart().file(file(PEOPLE)))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo("{\"people\": 2, \"joiners\": 2, \"leavers\": 0, \"moves\": 0}");
    assertThat(organization.departments()).isEmpty();
  }

  @Test
  void anImportTellsWhatHasChanged() {
    assertThat(http.post().uri("/api/organization/imports").multipart().file(file(PEOPLE)))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo("{\"people\": 2, \"joiners\": 2, \"leavers\": 0, \"moves\": 0}");
    assertThat(organization.person("ana")).isPresent();

    assertThat(
            http.method(HttpMethod.POST)
                .uri("/api/organization/imports")
                .multipart()
                .file(file(PEOPLE)))
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {
              "people": 2, "joiners": 0, "leavers": 0, "moves": 0,
              "newDepartments": [], "closedDepartments": [], "consequences": [], "warnings": []
            }
            """);
  }

  @Test
  void everyImportThatChangedAnythingIsListedNewestFirst() {
    var importer = new TestingAuthenticationToken("demo", "secret");
    for (var text : List.of(PEOPLE, PEOPLE, PEOPLE.replace("eva;Sales;", "eva;Care;"))) {
      assertThat(
              http.post()
                  .uri("/api/organization/imports")
                  .principal(importer)
                  .multipart()
                  .file(file(text)))
          .hasStatus(200);
    }

    assertThat(http.get().uri("/api/organization/imports"))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {
              "page": 0,
              "size": 20,
              "imports": [
                {
                  "fileName": "people.csv", "importedBy": "demo", "state": "APPLIED",
                  "uploadedAt": "2026-03-02T09:00:00Z", "endedAt": "2026-03-02T09:00:00Z",
                  "people": 2, "joiners": 0, "leavers": 0, "moves": 1,
                  "newDepartments": 1, "closedDepartments": 0
                },
                {"joiners": 2, "newDepartments": 1}
              ]
            }
            """);
    assertThat(http.get().uri("/api/organization/imports?page=1&size=1"))
        .bodyJson()
        .extractingPath("$.imports[*].joiners")
        .asArray()
        .containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=-1", "size=0", "size=101", "page=x"})
  void aPageThatThereIsNotIsRefused(String page) {
    assertThat(http.get().uri("/api/organization/imports?" + page))
        .hasStatus(400)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  private static MockMultipartFile file(String text) {
    return new MockMultipartFile(
        "file", "people.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
