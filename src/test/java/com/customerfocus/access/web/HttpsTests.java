package com.customerfocus.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CompanyProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where browsers come by HTTPS, as {@code CUSTOMERFOCUS_HTTPS=true} says, they keep to it. */
@CompanyProgram
class HttpsTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String address;

  HttpsTests(@LocalServerPort int port) {
    this.address = "http://localhost:" + port;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/default/",
        "/camunda/api/engine/engine/default/task",
        "/camunda/app/tasklist/styles/user-styles.css",
        "/camunda/nothing",
        "/api/cascades",
        "/api/nothing",
        "/v3/api-docs",
        "/memo/x",
        "/assets/memo.css",
        "/actuator/health",
        "/nothing"
      })
  void everyAnswerTellsBrowsersToComeByHttps(String path) {
    for (var protocol : new String[] {"http", "https"}) {
      var answer = send(request(path).header("X-Forwarded-Proto", protocol));

      assertThat(answer.headers().allValues("Strict-Transport-Security"))
          .as(path)
          .singleElement()
          .asString()
          .startsWith("max-age=31536000");
    }
  }

  @Test
  void cookiesGoByHttpsOnly() {
    var first = send(request("/camunda/app/tasklist/default/"));
    assertThatCookiesAreSecure(first, "XSRF-TOKEN");
    var token = cookie(first, "XSRF-TOKEN").split("[=;]")[1];

    var login =
        send(
            request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token)
                .header("Cookie", "XSRF-TOKEN=" + token)
                .POST(
                    BodyPublishers.ofString("username=admin&password=" + CompanyProgram.PASSWORD)));

    assertThat(login.statusCode()).isEqualTo(200);
    assertThatCookiesAreSecure(login, "JSESSIONID");
    assertThat(cookie(login, "JSESSIONID")).contains("HttpOnly", "SameSite=Lax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/cascades", "/memo/x", "/actuator/health"})
  void apiAndPersonalPagesSetNone(String path) {
    var answer =
        send(
            request(path)
                .header("Authorization", BasicLogin.header("admin:" + CompanyProgram.PASSWORD)));

    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void behindAProxyTheyAreNotSentElsewhere() {
    var answer =
        send(
            request("/")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example"));

    assertThat(answer.headers().firstValue("Location")).contains("/camunda/app/tasklist/");
  }

  private static void assertThatCookiesAreSecure(HttpResponse<String> answer, String name) {
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith(name + "="))
        .allMatch(cookie -> cookie.contains("Secure"));
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .findFirst()
        .orElseThrow();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
