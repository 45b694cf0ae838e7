package com.customerfocus.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Many people open Tasklist at the same moment, and each browser may load its page's scripts. */
@CustomerFocusTest
class PageNonceTests {

  private static final Pattern HEADER = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern SCRIPT = Pattern.compile("nonce=\"([^\"]*)\"");

  private final int port;

  PageNonceTests(@LocalServerPort int port) {
    this.port = port;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "welcome", "admin"})
  void eachPageHasTheNonceOfItsHeaderHoweverManyAreOpenedAtOnce(String application) {
    var client = HttpClient.newHttpClient();
    var page =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/camunda/app/%s/default/".formatted(port, application)))
            .build();
    var answers =
        Stream.generate(() -> client.sendAsync(page, BodyHandlers.ofString()))
            .limit(50)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(200);
              assertThat(noncesIn(answer)).isNotEmpty().containsOnly(nonceOf(answer));
            });
  }

  @Test
  void aPageThatWasGivenTheNonceOfAnotherRequestGetsItsOwn() throws Exception {
    var request = new MockHttpServletRequest("GET", "/camunda/app/tasklist/default/");
    request.setServletPath("/camunda/app/tasklist/default/");
    var response = new MockHttpServletResponse();
    new PageNonce()
        .doFilter(
            request,
            response,
            new MockFilterChain(
                new jakarta.servlet.http.HttpServlet() {
                  @Override
                  protected void doGet(
                      jakarta.servlet.http.HttpServletRequest asked,
                      jakarta.servlet.http.HttpServletResponse answer)
                      throws java.io.IOException {
                    answer.setHeader("Content-Security-Policy", "script-src 'nonce-own'");
                    answer.setContentType("text/html");
                    answer.getWriter().write("<script nonce=\"another\" src=\"ñ.js\"></script>");
                  }
                }));
    assertThat(response.getContentAsString())
        .isEqualTo("<script nonce=\"own\" src=\"ñ.js\"></script>");
  }

  private static String nonceOf(HttpResponse<String> answer) {
    var found = HEADER.matcher(answer.headers().firstValue("Content-Security-Policy").orElse(""));
    return found.find() ? found.group(1) : null;
  }

  private static Iterable<String> noncesIn(HttpResponse<String> answer) {
    return SCRIPT.matcher(answer.body()).results().map(found -> found.group(1)).toList();
  }
}
