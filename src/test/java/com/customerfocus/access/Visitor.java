package com.customerfocus.access;

import com.customerfocus.testing.BasicLogin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A person with a browser, logged in if they have an account. */
class Visitor {

  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";

  private static final String ENGINE = "/camunda/api/engine/engine/default";

  private final String address;
  private final String id;
  private final String password;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final boolean loggedIn;

  /**
   * @param id null for a person without an account
   */
  Visitor(String address, String id, String password) {
    this.address = address;
    this.id = id;
    this.password = password;
    openTasklist();
    loggedIn = id != null && logIn();
    openTasklist();
  }

  private void openTasklist() {
    send("GET", "/camunda/app/tasklist/default/", null, null);
  }

  private boolean logIn() {
    var login = "username=%s&password=%s".formatted(id, password);
    return send("POST", "/camunda/api/admin/auth/user/default/login/tasklist", FORM, login)
            .statusCode()
        == 200;
  }

  boolean isLoggedIn() {
    return loggedIn;
  }

  /** The employee id, or a made-up one of a person without an account. */
  String id() {
    return id == null ? "anonymous" : id;
  }

  /** A request to the engine, as the pages send it. */
  HttpResponse<String> engine(String method, String path) {
    return send(method, ENGINE + path, null, null);
  }

  /** The same with a body. */
  HttpResponse<String> engine(String method, String path, String json) {
    return send(method, ENGINE + path, JSON, json);
  }

  /** A file and its name, uploaded to the engine. */
  HttpResponse<String> deploy(String deployment, String file, String content) {
    return send(
        "POST",
        ENGINE + "/deployment/create",
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n%s\r\n%s"
            .formatted(deployment, part("data", file, content)));
  }

  /** A file uploaded to the API. */
  HttpResponse<String> upload(String path, String file, String content) {
    return api("POST", path, "multipart/form-data; boundary=x", part("file", file, content));
  }

  private static String part(String name, String file, String content) {
    return """
        --x\r
        Content-Disposition: form-data; name="%s"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        %s\r
        --x--\r
        """
        .formatted(name, file, content);
  }

  /** A request of the API, with the login by HTTP Basic. */
  HttpResponse<String> api(String path) {
    return api("GET", path, null, null);
  }

  private HttpResponse<String> api(String method, String path, String type, String body) {
    var request = request(method, path, type, body);
    if (id != null) {
      request.header("Authorization", BasicLogin.header(id + ":" + password));
    }
    return send(HttpClient.newHttpClient(), request);
  }

  /** A request to any address of the program, with the browser's session. */
  HttpResponse<String> send(String method, String path, String type, String body) {
    var request = request(method, path, type, body);
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .reduce((older, newer) -> newer)
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return send(browser, request);
  }

  private HttpRequest.Builder request(String method, String path, String type, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Accept", "application/json, text/html;q=0.9");
    return type == null ? request : request.header("Content-Type", type);
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
