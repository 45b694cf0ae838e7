package com.customerfocus.nodes;

import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.SeparateProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Health of a node. */
final class Health {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Health() {}

  /** For an administrator. */
  static HttpResponse<String> of(SeparateProgram node) throws IOException {
    return get(node, "", "Authorization", BasicLogin.header("admin:secret"));
  }

  /** For a load balancer. */
  static int readiness(SeparateProgram node) throws IOException {
    return get(node, "/readiness", "Accept", "*/*").statusCode();
  }

  /** Without a login. */
  static HttpResponse<String> toStrangers(SeparateProgram node) throws IOException {
    return get(node, "", "Accept", "*/*");
  }

  private static HttpResponse<String> get(
      SeparateProgram node, String path, String header, String value) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(node.address() + "/actuator/health" + path))
            .timeout(PATIENCE)
            .header(header, value)
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
