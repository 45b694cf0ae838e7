package com.customerfocus.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reader who polls the cascade's progress with a pause of one second after each answer, so that a
 * slow answer causes no burst.
 */
final class Follower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private final HttpClient browser = HttpClient.newHttpClient();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Work work = new Work("figures");
  private final HttpRequest request;

  Follower(Program program, long cascade) {
    var login = Program.ADMINISTRATOR + ":" + Program.PASSWORD;
    request =
        HttpRequest.newBuilder(URI.create(program.address() + "/api/cascades/" + cascade))
            .timeout(Duration.ofMinutes(1))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .build();
    thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      work.action(
          () -> {
            var answer = browser.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
              throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            }
            return answer;
          });
    } catch (Exception e) {
      LOG.debug("Counted as a failure already", e);
    }
  }

  /** How long the figures took, and what went wrong. */
  Work work() {
    return work;
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The figures do not come");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
