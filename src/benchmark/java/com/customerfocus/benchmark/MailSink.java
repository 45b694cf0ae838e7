package com.customerfocus.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** A mail server that takes every mail, counts it and throws it away. */
final class MailSink implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool(MailSink::daemon);
  private final LongAdder taken = new LongAdder();

  MailSink() throws IOException {
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

  private static void say(Socket client, String answer) throws IOException {
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
