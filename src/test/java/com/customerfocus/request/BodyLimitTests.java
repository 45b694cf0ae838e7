package com.customerfocus.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.RawRequest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * Bodies beyond the limit are refused by their Content-Length and while they are read: they are not
 * awaited, stored or buffered.
 */
@CustomerFocusTest
class BodyLimitTests {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=xx";
  private static final String PART =
      "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
  private static final long MEGABYTE = 1024 * 1024;

  private final Accounts accounts;
  private final ServletWebServerApplicationContext program;
  private final int port;

  BodyLimitTests(
      @Autowired Accounts accounts,
      @Autowired ServletWebServerApplicationContext program,
      @LocalServerPort int port) {
    this.accounts = accounts;
    this.program = program;
    this.port = port;
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "/memo/x/question,                                   multipart/form-data; boundary=xx",
    "/memo/x/question,                                   application/x-www-form-urlencoded",
    "/memo/x/acknowledgement,                            application/octet-stream",
    "/api/promises,                                      application/json",
    "/api/organization/imports/1,                        multipart/form-data; boundary=xx",
    "/camunda/api/engine/engine/default/deployment/create, multipart/form-data; boundary=xx",
    "/camunda/api/engine/engine/default/task,            application/json",
    "/camunda/api/admin/auth/user/default/login/tasklist, application/x-www-form-urlencoded",
    "/camunda/app/tasklist/default/,                     application/json",
    "/,                                                  text/plain",
    "/assets/memo.css,                                   text/plain",
    "/anything,                                          text/plain"
  })
  void aStrangersLargeBodyIsRefusedByItsLength(String path, String type) throws IOException {
    try (var log = new LogLines()) {
      var answer = head("POST", path, type, null, "Content-Length: " + 300 * MEGABYTE);

      assertThat(answer).startsWith("HTTP/1.1 413").contains("Connection: close");
      assertThat(log.all()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void theMethodDoesNotMatter(String method) throws IOException {
    var answer =
        head(method, "/memo/x", "application/json", null, "Content-Length: " + 300 * MEGABYTE);

    assertThat(answer).startsWith("HTTP/1.1 413");
  }

  @Test
  void theAnswerHasTheFormOfItsAddress() throws IOException {
    var length = "Content-Length: 65537";

    assertThat(head("POST", "/api/promises", "application/json", null, length))
        .contains("application/problem+json", "\"status\":413", "at most 64 KB fit");
    assertThat(head("POST", "/camunda/api/engine/engine", "application/json", null, length))
        .contains("application/json", "\"type\":\"RequestRefused\"", "at most 64 KB fit");
    assertThat(head("POST", "/memo/x/question", FORM, null, length))
        .contains("text/html")
        .contains("We could not take this", "No hemos podido aceptarlo")
        .contains("Content-Security-Policy", "no-referrer");
  }

  @Test
  void aPersonalLinkIsNotLogged() throws IOException {
    try (var log = new LogLines()) {
      head("POST", "/memo/secret-link/question", FORM, null, "Content-Length: 65537");

      assertThat(log.all()).singleElement().asString().doesNotContain("secret-link");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/promises", "/camunda/api/engine/engine/default/task", "/memo/x/question"})
  void whatDoesNotSayItsLengthIsCountedWhileItIsRead(String path) throws IOException {
    try (var request = new RawRequest(port);
        var log = new LogLines()) {
      request.head(heading("POST", path, "application/json", null, "Transfer-Encoding: chunked"));
      for (var chunk = 0; chunk < 17; chunk++) {
        request.send("1000\r\n" + "x".repeat(0x1000) + "\r\n");
      }

      // The body has not ended.
      assertThat(request.answer()).startsWith("HTTP/1.1 413");
      assertThat(log.all()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FORM, MULTIPART})
  void aFormSaysItsLength(String type) throws IOException {
    var answer = head("POST", "/memo/x/question", type, null, "Transfer-Encoding: chunked");

    assertThat(answer).startsWith("HTTP/1.1 411").contains("We could not take this");
  }

  @Test
  void aBodyThatBreaksOffIsNoFailure() throws IOException {
    try (var request = new RawRequest(port);
        var log = new LogLines()) {
      request
          .head(
              heading(
                  "POST", "/api/promises", "application/json", null, "Transfer-Encoding: chunked"))
          .send("zz\r\nnot a chunk");

      assertThat(request.answer()).startsWith("HTTP/1.1 400");
      assertThat(log.all()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void aFileForTheImportIsNotReadWithoutTheLoginOfAnAdministrator() throws IOException {
    accounts.synchronize(
        List.of(new Account("owner", "Dan Oduya", null, Set.of(Groups.PROCESS_OWNERS))),
        Map.of(Groups.PROCESS_OWNERS, "Process owners"),
        Set.of());
    var length = "Content-Length: " + 150 * MEGABYTE;
    var path = "/api/organization/imports";

    try (var log = new LogLines()) {
      assertThat(head("POST", path, MULTIPART, null, length)).startsWith("HTTP/1.1 401");
      assertThat(head("POST", path, MULTIPART, null, "Transfer-Encoding: chunked"))
          .startsWith("HTTP/1.1 401");
      assertThat(head("POST", path, MULTIPART, "owner:secret", length)).startsWith("HTTP/1.1 403");
      assertThat(head("POST", path, MULTIPART, "nobody:guess", length)).startsWith("HTTP/1.1 401");
      assertThat(head("POST", path, MULTIPART, null, "Content-Length: " + 202 * MEGABYTE))
          .startsWith("HTTP/1.1 413");
      assertThat(log.all()).hasSizeLessThanOrEqualTo(5);
    }
    assertThat(storedParts()).isEmpty();
  }

  @Test
  void anAdministratorsFileIsTakenWithAndWithoutItsLength() throws IOException {
    var file = Company.tree(2, 1).csv();
    var filling = "\r\n".repeat(100_000);
    var body = (PART + file + filling + "\r\n--xx--\r\n").getBytes(StandardCharsets.UTF_8);
    var path = "/api/organization/imports?dryRun=true";

    try (var request = new RawRequest(port)) {
      request
          .head(heading("POST", path, MULTIPART, ADMIN, "Content-Length: " + body.length))
          .send(body);
      assertThat(request.answer()).startsWith("HTTP/1.1 200");
    }
    try (var request = new RawRequest(port)) {
      request
          .head(heading("POST", path, MULTIPART, ADMIN, "Transfer-Encoding: chunked"))
          .send(Integer.toHexString(body.length) + "\r\n")
          .send(body)
          .send("\r\n0\r\n\r\n");
      assertThat(request.answer()).startsWith("HTTP/1.1 200");
    }
    assertThat(storedParts()).isEmpty();
  }

  @Test
  void ofAFileThatBreaksOffNothingStays() throws IOException {
    try (var request = new RawRequest(port)) {
      request
          .head(
              heading(
                  "POST",
                  "/api/organization/imports?dryRun=true",
                  MULTIPART,
                  ADMIN,
                  "Content-Length: 1000000"))
          .send(PART + "x".repeat(500_000));
      assertThat(request.answer()).startsWith("HTTP/1.1 400");
    }

    assertThat(storedParts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/memo/x/question", "/memo/x/acknowledgement"})
  void aPersonalPageTakesItsFormsOnly(String path) throws IOException {
    var body = PART + "x".repeat(1_000) + "\r\n--xx--\r\n";
    try (var request = new RawRequest(port);
        var log = new LogLines()) {
      request
          .head(heading("POST", path, MULTIPART, null, "Content-Length: " + body.length()))
          .send(body);

      assertThat(request.answer()).startsWith("HTTP/1.1 415").contains("We could not take this");
      assertThat(log.all()).hasSizeLessThanOrEqualTo(1);
    }
    assertThat(storedParts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/memo/x/question", "/password", "/password/x"})
  void pagesWithoutALoginSayInBothLanguagesThatABodyIsTooLarge(String path) throws IOException {
    assertThat(head("POST", path, FORM, null, "Content-Length: 65537"))
        .startsWith("HTTP/1.1 413")
        .contains("We could not take this", "No hemos podido aceptarlo");
  }

  private static final String ADMIN = "admin:admin-secret";

  /** The answer to a head without a body. */
  private String head(String method, String path, String type, String login, String length)
      throws IOException {
    try (var request = new RawRequest(port)) {
      return request.head(heading(method, path, type, login, length)).answer();
    }
  }

  private static String heading(
      String method, String path, String type, String login, String length) {
    return """
        %s %s HTTP/1.1
        Host: localhost
        Connection: close
        Content-Type: %s
        %s
        %s"""
        .formatted(
            method,
            path,
            type,
            length,
            login == null ? "" : "Authorization: " + BasicLogin.header(login));
  }

  /** Tomcat's files of multipart requests. */
  private List<Path> storedParts() throws IOException {
    var folder = (File) program.getServletContext().getAttribute("jakarta.servlet.context.tempdir");
    try (var files = Files.walk(folder.toPath())) {
      return files.filter(file -> file.getFileName().toString().startsWith("upload_")).toList();
    }
  }
}
