package com.customerfocus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * What a browser does for the web applications, without a page: keeps the cookies and sends the
 * token against forged requests.
 */
public class HttpBrowser {

  /** Content type of a submitted form. */
  public static final String FORM = "application/x-www-form-urlencoded";

  public static final String JSON = "application/json";

  /** Path of the engine's interface, as the pages use it. */
  public static final String ENGINE = "/camunda/api/engine/engine/default";

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";

  private final String address;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String languages;

  /**
   * @param address of the program, such as {@code http://localhost:8080}
   */
  public HttpBrowser(String address) {
    this.address = address;
  }

  /** From now on it asks for these languages, as in Accept-Language. */
  public void speak(String languages) {
    this.languages = languages;
  }

  /** Opens Tasklist, which brings the token. */
  public void openTasklist() {
    send("GET", TASKLIST, null, BodyPublishers.noBody());
  }

  /**
   * Logs in to Tasklist.
   *
   * @return status 200 on success
   */
  public HttpResponse<String> logIn(String id, String password) {
    openTasklist();
    var login =
        "username=%s&password=%s"
            .formatted(id, URLEncoder.encode(password, StandardCharsets.UTF_8));
    var answer = send("POST", LOGIN, FORM, login);
    // The login began a new session, with a new token.
    openTasklist();
    return answer;
  }

  /**
   * A request to any address of the program.
   *
   * @param contentType null without a body
   */
  public HttpResponse<String> send(String method, String path, String contentType, String body) {
    return send(
        method,
        path,
        contentType,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  public HttpResponse<String> send(
      String method, String path, String contentType, BodyPublisher body) {
    var request = request(method, path, contentType, body);
    if (languages != null) {
      request.header("Accept-Language", languages);
    }
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .reduce((older, newer) -> newer)
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return send(http, request);
  }

  /** A file of the program, byte by byte. */
  public HttpResponse<byte[]> download(String path) {
    return send(
        http, request("GET", path, null, BodyPublishers.noBody()), BodyHandlers.ofByteArray());
  }

  /**
   * A request without the browser's session, as of another program.
   *
   * @param login {@code id:password}, or null for none
   */
  public HttpResponse<String> sendAsProgram(
      String login, String method, String path, String contentType, String body) {
    var request =
        request(
            method,
            path,
            contentType,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (login != null) {
      request.header("Authorization", BasicLogin.header(login));
    }
    return send(HttpClient.newHttpClient(), request);
  }

  private HttpRequest.Builder request(
      String method, String path, String contentType, BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, body)
            .header("Accept", "application/json, text/html;q=0.9");
    return contentType == null ? request : request.header("Content-Type", contentType);
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
    return send(client, request, BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> send(
      HttpClient client, HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
