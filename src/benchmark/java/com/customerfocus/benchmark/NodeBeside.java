package com.customerfocus.benchmark;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another node in a process of its own, which tells over HTTP what is asked about it. */
final class NodeBeside implements Node {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI questions;
  private final Process process;
  private final URI address;

  /**
   * Starts it, with as much heap as there is here, and waits until it answers.
   *
   * @param log file that it writes to
   */
  NodeBeside(List<String> settings, Path log) throws IOException {
    var port = freePort();
    questions = URI.create("http://127.0.0.1:" + port);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + Runtime.getRuntime().maxMemory());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(NodeBeside.class.getName());
    command.add(String.valueOf(port));
    command.addAll(settings);
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      address = URI.create(awaitAddress(log));
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private String awaitAddress(Path log) {
    return await()
        .atMost(LONGEST_START)
        .failFast("The second node ended at its start, see " + log, () -> !process.isAlive())
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> ask("address"), answer -> true);
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /** The node itself: a port to be asked on, then settings. */
  public static void main(String[] arguments) throws IOException {
    ProcessHandle.current().parent().orElseThrow().onExit().thenRun(() -> System.exit(1));
    var node = new NodeHere(Arrays.asList(arguments).subList(1, arguments.length));
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    var server = HttpServer.create(address, 0);
    server.createContext(
        "/",
        exchange -> {
          var answer =
              answer(node, exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          try (var body = exchange.getResponseBody()) {
            body.write(answer);
          }
        });
    server.start();
  }

  private static String answer(Node node, String question) {
    return switch (question) {
      case "/address" -> node.address().toString();
      case "/executions" -> String.valueOf(node.executions());
      case "/peak-heap" -> String.valueOf(node.peakHeap());
      case "/forget-peak-heap" -> {
        node.forgetPeakHeap();
        yield "forgotten";
      }
      default -> throw new IllegalArgumentException(question);
    };
  }

  private String ask(String question) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(questions.resolve("/" + question)).timeout(PATIENCE).build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public long executions() {
    return Long.parseLong(ask("executions"));
  }

  @Override
  public void forgetPeakHeap() {
    ask("forget-peak-heap");
  }

  @Override
  public long peakHeap() {
    return Long.parseLong(ask("peak-heap"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The second node did not end within " + PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
