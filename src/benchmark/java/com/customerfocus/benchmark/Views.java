package com.customerfocus.benchmark;

import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.TasklistUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people wait for who look at a cascade: Tasklist's filters, opened with a login as Tasklist
 * opens them, rights checked and names looked up; and the figures. One after the other over real
 * HTTP, after as many as it takes to warm up.
 */
final class Views {

  private static final int TO_WARM_UP = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String address;
  private final String password;
  private final HttpClient browser = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param address of the program, such as {@code http://127.0.0.1:8080}
   * @param password of all accounts
   */
  Views(String address, String password) {
    this.address = address;
    this.password = password;
  }

  /** How long each filter took that Tasklist offers this user, by its id. */
  Map<String, Latencies> filters(String user, int times) {
    try {
      var tasklist = new TasklistUser(address, user, password);
      var took = new TreeMap<String, Latencies>();
      for (var filter : tasklist.filters()) {
        took.put(filter, latencies(times, () -> tasklist.open(filter)));
      }
      return took;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long this filter took for this user, opened again and again. */
  Latencies filter(String filter, String user, int times) {
    try {
      var tasklist = new TasklistUser(address, user, password);
      return latencies(times, () -> tasklist.open(filter));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long the figures of a cascade took, asked again and again. */
  Latencies figures(long cascadeId, String user, int times) {
    return page("/api/cascades/" + cascadeId, user, times);
  }

  /** How long the answer of this path took, asked again and again. */
  Latencies page(String path, String user, int times) {
    try {
      var request = request(path, user);
      return latencies(times, () -> ask(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long they took with so long a pause before each look. */
  Latencies figures(long cascadeId, String user, int times, Duration pause) {
    var request = request("/api/cascades/" + cascadeId, user);
    var took = new ArrayList<Duration>(times);
    try {
      for (var i = 0; i < times; i++) {
        await().atMost(pause.plus(PATIENCE)).pollDelay(pause).until(() -> true);
        took.add(time(() -> ask(request)));
      }
      return Latencies.of(took);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest request(String path, String user) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(PATIENCE)
        .header("Authorization", "Basic " + login(user))
        .build();
  }

  private String login(String user) {
    return Base64.getEncoder()
        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private void ask(HttpRequest request) throws IOException {
    try {
      var answer = browser.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("%s %d".formatted(request.uri(), answer.statusCode()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private interface Look {
    void take() throws IOException;
  }

  private static Latencies latencies(int times, Look look) throws IOException {
    var took = new ArrayList<Duration>(times);
    for (int i = -TO_WARM_UP; i < times; i++) {
      var time = time(look);
      if (i >= 0) {
        took.add(time);
      }
    }
    return Latencies.of(took);
  }

  private static Duration time(Look look) throws IOException {
    var start = System.nanoTime();
    look.take();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
