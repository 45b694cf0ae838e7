package com.customerfocus.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.RawRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A malformed request costs at most one line of log. */
@CustomerFocusTest
class BadRequestsTests {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final Pattern COOKIE = Pattern.compile("Set-Cookie: (\\w[\\w-]*)=([^;\r]+)");

  private final int port;
  private String cookies = "";
  private String token = "0123456789ABCDEF0123456789ABCDEF";

  BadRequestsTests(@LocalServerPort int port) {
    this.port = port;
  }

  @BeforeEach
  void logIn() throws IOException {
    cookies = "XSRF-TOKEN=" + token;
    var login = "username=admin&password=admin-secret";
    takeCookies(
        send(
            "POST",
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "application/x-www-form-urlencoded",
            login));
    takeCookies(send("GET", "/camunda/app/tasklist/default/", null, ""));
    assertThat(send("GET", ENGINE + "/task/count", null, "")).startsWith("HTTP/1.1 200");
  }

  private void takeCookies(String answer) {
    COOKIE
        .matcher(answer)
        .results()
        .forEach(
            cookie -> {
              cookies += "; %s=%s".formatted(cookie.group(1), cookie.group(2));
              token = cookie.group(1).equals("XSRF-TOKEN") ? cookie.group(2) : token;
              cookies = cookies.replaceAll("XSRF-TOKEN=\\w+", "XSRF-TOKEN=" + token);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ENGINE + "/task",
        ENGINE + "/task/none/complete",
        ENGINE + "/task/none/claim",
        ENGINE + "/process-definition/key/none/submit-form",
        ENGINE + "/process-definition/key/memo-cascade/submit-form",
        ENGINE + "/process-definition/key/memo-cascade/start",
        ENGINE + "/message",
        ENGINE + "/condition",
        ENGINE + "/filter/none/list",
        ENGINE + "/authorization/create",
        ENGINE + "/external-task/fetchAndLock",
        ENGINE + "/deployment/create",
        ENGINE + "/none",
        "/camunda/api/engine/engine/none/task",
        "/camunda/api/cockpit/plugin/base/none/process-definition/x",
        "/camunda/api/cockpit/plugin/none/default/x",
        "/camunda/api/none",
        "/camunda/app/none/default/",
        "/camunda/app/tasklist/none/",
        "/camunda/app/tasklist/default/none.html",
        "/api/cascades/none",
        "/api/promises?state=NONE&page=-1",
        "/api/organization/imports",
        "/api/none",
        "/v3/api-docs/none",
        "/actuator/health/none",
        "/memo/x/question",
        "/memo/x?seen=y",
        "/assets/none",
        "/error",
        "/none"
      })
  void anAddress(String path) throws IOException {
    for (var method : new String[] {"GET", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW"}) {
      assertThatItCostsALine(method, path, null, "");
    }
    for (var method : new String[] {"POST", "PUT", "PATCH"}) {
      for (var body :
          new String[] {
            "{",
            "[]",
            "",
            "\"x\"",
            "{\"unknownField\":1}",
            "{\"variables\":{\"x\":{\"type\":\"Nothing\",\"value\":1}}}",
            "{\"variables\":{\"x\":{\"type\":\"Object\",\"value\":\"x\",\"valueInfo\":"
                + "{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":"
                + "\"application/x-java-serialized-object\"}}}}",
            "{\"a\":".repeat(3_000)
          }) {
        assertThatItCostsALine(method, path, "application/json", body);
      }
      assertThatItCostsALine(method, path, "application/json; charset=none", "{}");
      assertThatItCostsALine(method, path, "bogus", "{}");
      assertThatItCostsALine(method, path, "application/xml", "<a/>");
      assertThatItCostsALine(method, path, "application/x-www-form-urlencoded", "a=%zz&b");
      assertThatItCostsALine(
          method, path, "application/x-www-form-urlencoded", "a=1&".repeat(1_000));
      assertThatItCostsALine(method, path, "multipart/form-data; boundary=xx", "--yy");
      assertThatItCostsALine(method, path, "multipart/form-data; boundary=xx", "--xx\r\nbroken");
      assertThatItCostsALine(method, path, "multipart/form-data", "--xx");
    }
  }

  private void assertThatItCostsALine(String method, String path, String type, String body)
      throws IOException {
    try (var log = new LogLines()) {
      var answer = send(method, path, type, body);

      assertThat(answer).startsWith("HTTP/1.1 ");
      assertThat(log.all())
          .as("%s %s %s %s", method, path, type, body.substring(0, Math.min(60, body.length())))
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void whatIsNoHttpAtAll() throws IOException {
    var requests =
        Stream.of(
            "\u0016\u0003\u0001\u0002\u0000\u0001",
            "GET\r\n\r\n",
            "GET /x HTTP/9.9\r\n\r\n",
            "GET /memo/x HTTP/1.1\r\n\r\n",
            "GET /memo/x HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET /memo/x HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n",
            "GET /memo/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /memo/a%00b HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /memo/..%2f..%2fx HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /memo/x?%zz=%ff HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/cascades?page=%ff HTTP/1.1\r\nHost: a\r\nAccept: bogus\r\n\r\n",
            "GET /api/cascades HTTP/1.1\r\nHost: a\r\nAuthorization: Basic !!!\r\n\r\n",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nCookie: " + "a=b; ".repeat(5_000) + "\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nAccept-Language: zz-*;q=x\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: bogus\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nExpect: bogus\r\nContent-Length: 1\r\n\r\n");
    for (var request : requests.toList()) {
      try (var connection = new RawRequest(port);
          var log = new LogLines()) {
        connection.send(request).answer();

        assertThat(log.all()).as(request).hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  private String send(String method, String path, String type, String body) throws IOException {
    try (var request = new RawRequest(port)) {
      return request
          .head(
              """
              %s %s HTTP/1.1
              Host: localhost
              Connection: close
              Content-Length: %d
              X-XSRF-TOKEN: %s
              Cookie: %s
              Authorization: %s
              %s"""
                  .formatted(
                      method,
                      path,
                      body.length(),
                      token,
                      cookies,
                      BasicLogin.header("admin:admin-secret"),
                      type == null ? "" : "Content-Type: " + type))
          .send(body)
          .answer();
    }
  }
}
