package com.customerfocus.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A person who works in Tasklist: sends Tasklist's requests over real HTTP. */
public class TasklistUser {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String program;
  private final String id;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(PATIENCE).build();

  /**
   * Logs in.
   *
   * @param program address of the program, such as {@code http://localhost:8080}
   */
  public TasklistUser(String program, String id, String password) throws IOException {
    this.program = program;
    this.id = id;
    open();
    var login = "username=%s&password=%s".formatted(encoded(id), encoded(password));
    expect(
        200,
        send(
            request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(login))));
    // The login ends the first session, and with it the first token.
    open();
  }

  private void open() throws IOException {
    expect(200, send(request("/camunda/app/tasklist/default/").GET()));
  }

  /**
   * Starts a process with the fields of its start form.
   *
   * @return the instance's id
   */
  public String start(String process, String form, Map<String, Object> fields) throws IOException {
    var started =
        send(post(ENGINE + "/process-definition/key/" + process + "/submit-form", form, fields));
    expect(200, started);
    return JSON.readTree(started.body()).get("id").asText();
  }

  /** Starts a process with a file that its start form asks for. */
  public void startWithFile(String process, String field, String name, byte[] content)
      throws IOException {
    var file =
        Map.of(
            "type", "File",
            "value", Base64.getEncoder().encodeToString(content),
            "valueInfo", Map.of("filename", name, "mimeType", "text/csv"));
    var body = JSON.writeValueAsString(Map.of("variables", Map.of(field, file)));
    expect(
        200,
        send(
            request(ENGINE + "/process-definition/key/" + process + "/submit-form")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))));
  }

  /** The user's only task with this element id, if there is one. */
  public Optional<String> task(String element) throws IOException {
    return theOne("taskDefinitionKey=" + element + "&assignee=" + encoded(id));
  }

  /** A task with this element id that the user's groups may claim. */
  public Optional<String> groupTask(String element) throws IOException {
    return theOne("taskDefinitionKey=" + element + "&candidateUser=" + encoded(id));
  }

  /** The open task with this element id of an instance. */
  public Optional<String> taskOf(String instance, String element) throws IOException {
    return theOne("processInstanceId=" + instance + "&taskDefinitionKey=" + element);
  }

  private Optional<String> theOne(String filter) throws IOException {
    var answer = send(request(ENGINE + "/task?" + filter).GET());
    expect(200, answer);
    var tasks = JSON.readTree(answer.body());
    if (tasks.size() > 1) {
      throw new AssertionError("%s has %d tasks with %s".formatted(id, tasks.size(), filter));
    }
    return StreamSupport.stream(tasks.spliterator(), false)
        .map(task -> task.get("id").asText())
        .findFirst();
  }

  /** Ids of the filters that Tasklist offers the user. */
  public List<String> filters() throws IOException {
    var answer = send(request(ENGINE + "/filter?resourceType=Task&itemCount=false").GET());
    expect(200, answer);
    return StreamSupport.stream(JSON.readTree(answer.body()).spliterator(), false)
        .map(filter -> filter.get("id").asText())
        .toList();
  }

  /**
   * Opens the first page of a filter and the names on it.
   *
   * @return the number of its tasks
   */
  public int open(String filter) throws IOException {
    var answer =
        send(
            request(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15")
                .header("Accept", "application/hal+json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    expect(200, answer);
    return JSON.readTree(answer.body()).get("count").asInt();
  }

  /**
   * Completes the task; status 204 on success.
   *
   * @throws IOException when no answer came
   */
  public HttpResponse<String> complete(String task, String form, Map<String, Object> fields)
      throws IOException {
    return send(post(ENGINE + "/task/" + task + "/submit-form", form, fields));
  }

  /** Claims a group task. */
  public HttpResponse<String> claim(String task) throws IOException {
    var body = JSON.writeValueAsString(Map.of("userId", id));
    return send(
        request(ENGINE + "/task/" + task + "/claim")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** The form of a task, as Tasklist reads it on opening. */
  public HttpResponse<String> form(String task) throws IOException {
    return send(request(ENGINE + "/task/" + task + "/form").GET());
  }

  /** The variables of a task's form. */
  public HttpResponse<String> formVariables(String task) throws IOException {
    return send(request(ENGINE + "/task/" + task + "/form-variables").GET());
  }

  private HttpRequest.Builder post(String path, String form, Map<String, Object> fields)
      throws JsonProcessingException {
    var value = Map.of("type", "Json", "value", JSON.writeValueAsString(fields));
    var body = JSON.writeValueAsString(Map.of("variables", Map.of(form, value)));
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(program + path)).timeout(PATIENCE);
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new UnexpectedAnswer(id, answer);
    }
  }

  /** The program gave an unexpected answer. */
  public static class UnexpectedAnswer extends AssertionError {

    private final transient HttpResponse<String> answer;

    UnexpectedAnswer(String user, HttpResponse<String> answer) {
      super("%s: %s %d %s".formatted(user, answer.uri(), answer.statusCode(), answer.body()));
      this.answer = answer;
    }

    public HttpResponse<String> answer() {
      return answer;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
