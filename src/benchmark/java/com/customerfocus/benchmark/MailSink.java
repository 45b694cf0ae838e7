package com.customerfocus.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A mail server that takes every mail, counts it and throws it away; on demand after a pause before
 * each answer, as over a network.
 */
final class MailSink implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool(MailSink::daemon);
  private final ScheduledExecutorService pauses =
      Executors.newScheduledThreadPool(2, MailSink::daemon);
  private final LongAdder taken = new LongAdder();
  private final Duration pause;

  MailSink() throws IOException {
    this(Duration.ZERO);
  }

  /**
   * @param pause before each answer
   */
  MailSink(Duration pause) throws IOException {
    this.pause = pause;
    threads.submit(this::serve);
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "mail sink");
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many mails it took so far. */
  long taken() {
    return taken.sum();
  }

  private Void serve() throws IOException {
    while (true) {
      var client = socket.accept();
      threads.submit(
          () -> {
            try (client) {
              talk(client);
            }
            return null;
          });
    }
  }

  private void talk(Socket client) throws IOException {
    var lines =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    say(client, "220 ready");
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      switch (line) {
        case "DATA" -> {
          say(client, "354 go ahead");
          do {
            line = lines.readLine();
          } while (line != null && !line.equals("."));
          if (line == null) {
            return;
          }
          taken.increment();
          say(client, "250 taken");
        }
        case "QUIT" -> {
          say(client, "221 bye");
          return;
        }
        default -> say(client, "250 fine");
      }
    }
  }

  private void say(Socket client, String answer) throws IOException {
    if (!pause.isZero()) {
      await(pauses.schedule(() -> {}, pause.toNanos(), TimeUnit.NANOSECONDS));
    }
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static void await(Future<?> pause) throws IOException {
    try {
      pause.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IOException("The mail server ends", e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
    pauses.shutdownNow();
  }
}
