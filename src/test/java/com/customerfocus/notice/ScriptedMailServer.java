package com.customerfocus.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server with scripted faults: a test replaces the answer to commands with a certain prefix.
 * An empty answer closes the connection.
 */
class ScriptedMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile int mailsPerConnection = Integer.MAX_VALUE;

  ScriptedMailServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "scripted mail server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  ScriptedMailServer answers(String commandStart, String answer) {
    answers.put(commandStart, answer);
    return this;
  }

  ScriptedMailServer endsTheConnectionAfter(int mails) {
    mailsPerConnection = mails;
    return this;
  }

  /** Recipients of accepted mails, in order. */
  List<String> accepted() {
    return List.copyOf(accepted);
  }

  int connections() {
    return connections.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var client = socket.accept()) {
        connections.incrementAndGet();
        talk(client);
      } catch (IOException e) {
        // The client or the test closed the connection.
        continue;
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    say(client, "220 ready");
    var recipient = "";
    var mails = 0;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var command = line;
      var scripted =
          answers.entrySet().stream()
              .filter(answer -> command.startsWith(answer.getKey()))
              .map(Map.Entry::getValue)
              .findFirst();
      if (scripted.filter(String::isEmpty).isPresent()) {
        return;
      }
      if (command.startsWith("RCPT") && scripted.isEmpty()) {
        recipient = command.replaceAll(".*<(.*)>.*", "$1");
      }
      if (command.startsWith("MAIL") && mails == mailsPerConnection) {
        say(client, "421 4.7.0 too many mails on this connection");
        return;
      }
      say(client, scripted.orElse(command.equals("DATA") ? "354 go ahead" : "250 fine"));
      if (command.equals("DATA") && scripted.isEmpty()) {
        readMail(in);
        accepted.add(recipient);
        mails++;
        say(client, "250 taken");
      }
      if (command.equals("QUIT")) {
        return;
      }
    }
  }

  private static void readMail(BufferedReader in) throws IOException {
    var line = Optional.ofNullable(in.readLine());
    while (line.isPresent() && !line.get().equals(".")) {
      line = Optional.ofNullable(in.readLine());
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
  }
}
