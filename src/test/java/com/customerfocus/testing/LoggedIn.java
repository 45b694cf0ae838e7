package com.customerfocus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** A person logged in to Tasklist, who sends requests of Tasklist and Cockpit. */
public class LoggedIn {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpBrowser browser;

  /**
   * @param address of the program, such as {@code http://localhost:8080}
   */
  public LoggedIn(String address, String id, String password) {
    this(address);
    assertThat(browser.logIn(id, password).statusCode()).as("login of " + id).isEqualTo(200);
  }

  /** Does not log in. */
  public LoggedIn(String address) {
    this.browser = new HttpBrowser(address);
  }

  /** From now on the browser asks for these languages, as in Accept-Language. */
  public LoggedIn speaking(String languages) {
    browser.speak(languages);
    return this;
  }

  /** What the engine answers at this path of its interface. */
  public JsonNode read(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return json(answer);
  }

  public HttpResponse<String> get(String path) {
    return send("GET", HttpBrowser.ENGINE + path, null, null);
  }

  public HttpResponse<String> post(String path, String body) {
    return send("POST", HttpBrowser.ENGINE + path, HttpBrowser.JSON, body);
  }

  public HttpResponse<String> put(String path, String body) {
    return send("PUT", HttpBrowser.ENGINE + path, HttpBrowser.JSON, body);
  }

  /** A request to any address of the program. */
  public HttpResponse<String> send(String method, String path, String contentType, String body) {
    return exchange(
        method,
        path,
        contentType,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  public HttpResponse<String> exchange(
      String method, String path, String contentType, BodyPublisher body) {
    var answer = browser.send(method, path, contentType, body);
    if (!method.equals("GET") && answer.statusCode() == 403) {
      // Refused by the engine, which answers JSON, and not as a forged request.
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .as(path + ": " + answer.body())
          .startsWith("application/json");
    }
    return answer;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
