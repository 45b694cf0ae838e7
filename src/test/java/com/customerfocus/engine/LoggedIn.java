package com.customerfocus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A person logged in to Tasklist, who sends requests of Tasklist and Cockpit. */
public class LoggedIn {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENGINE = "/camunda/api/engine/engine/default";

  private final String address;
  private final CookieManager cookies = new CookieManager();
  private String language;
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  /**
   * @param address of the program, such as {@code http://localhost:8080}
   */
  public LoggedIn(String address, String id, String password) {
    this(address);
    send("GET", "/camunda/app/tasklist/default/", null, null);
    var login =
        send(
            "POST",
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "application/x-www-form-urlencoded",
            "username=" + id + "&password=" + password);
    assertThat(login.statusCode()).as("login of " + id).isEqualTo(200);
    // The login began a new session, with a new token against forged requests.
    send("GET", "/camunda/app/tasklist/default/", null, null);
  }

  /** Does not log in. */
  public LoggedIn(String address) {
    this.address = address;
  }

  /** From now on the browser asks for these languages, as in Accept-Language. */
  public LoggedIn speaking(String languages) {
    this.language = languages;
    return this;
  }

  /** What the engine answers at this path of its interface. */
  public JsonNode read(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return json(answer);
  }

  public HttpResponse<String> get(String path) {
    return send("GET", ENGINE + path, null, null);
  }

  public HttpResponse<String> post(String path, String body) {
    return send("POST", ENGINE + path, "application/json", body);
  }

  public HttpResponse<String> put(String path, String body) {
    return send("PUT", ENGINE + path, "application/json", body);
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
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, body)
            .header("Accept", "application/json, text/html;q=0.9");
    if (language != null) {
      request.header("Accept-Language", language);
    }
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .reduce((older, newer) -> newer)
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (!method.equals("GET") && answer.statusCode() == 403) {
        // Refused by the engine, which answers JSON, and not as a forged request.
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .as(path + ": " + answer.body())
            .startsWith("application/json");
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
