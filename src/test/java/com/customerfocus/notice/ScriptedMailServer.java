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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server with scripted faults: a test replaces the answer to commands with a certain prefix,
 * or to a mail. An empty answer closes the connection.
 */
class ScriptedMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private final List<String> senders = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger quits = new AtomicInteger();
  private volatile int mailsPerConnection = Integer.MAX_VALUE;
  private volatile int mostConnections = Integer.MAX_VALUE;
  private volatile String answerToMails = "250 taken";
  private volatile CountDownLatch together = new CountDownLatch(0);

  ScriptedMailServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::serve);
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "scripted mail server");
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

  /** What it says when it has read a mail. */
  ScriptedMailServer answersMails(String answer) {
    answerToMails = answer;
    return this;
  }

  ScriptedMailServer endsTheConnectionAfter(int mails) {
    mailsPerConnection = mails;
    return this;
  }

  /** A further connection is refused with the greeting. */
  ScriptedMailServer acceptsConnections(int most) {
    mostConnections = most;
    return this;
  }

  /** The first mails are accepted only when this number have arrived, each over its connection. */
  ScriptedMailServer waitsForMailsAtOnce(int connections) {
    together = new CountDownLatch(connections);
    return this;
  }

  /** Recipients of accepted mails, in order. */
  List<String> accepted() {
    return List.copyOf(accepted);
  }

  /** Senders of the envelopes, in order. */
  List<String> senders() {
    return List.copyOf(senders);
  }

  int connections() {
    return connections.get();
  }

  /** How many connections ended with QUIT. */
  int quits() {
    return quits.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        connections.incrementAndGet();
        var isTooMany = open.incrementAndGet() > mostConnections;
        start(() -> serve(client, isTooMany));
      } catch (IOException e) {
        // The test closed the server.
        continue;
      }
    }
  }

  private void serve(Socket client, boolean isTooMany) {
    try (client) {
      if (isTooMany) {
        say(client, "421 4.7.0 too many connections from you");
      } else {
        talk(client);
      }
    } catch (IOException e) {
      // The client closed the connection.
      return;
    } finally {
      open.decrementAndGet();
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
        recipient = address(command);
      }
      if (command.startsWith("MAIL") && mails == mailsPerConnection) {
        say(client, "421 4.7.0 too many mails on this connection");
        return;
      }
      if (command.startsWith("MAIL")) {
        senders.add(address(command));
      }
      if (command.equals("QUIT")) {
        quits.incrementAndGet();
      }
      say(client, scripted.orElse(command.equals("DATA") ? "354 go ahead" : "250 fine"));
      if (command.equals("DATA") && scripted.isEmpty()) {
        readMail(in);
        waitForTheOthers();
        if (answerToMails.startsWith("2")) {
          accepted.add(recipient);
          mails++;
        }
        say(client, answerToMails);
      }
      if (command.equals("QUIT")) {
        return;
      }
    }
  }

  private void waitForTheOthers() throws IOException {
    together.countDown();
    try {
      if (!together.await(10, TimeUnit.SECONDS)) {
        throw new IOException("The other mails did not come");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String address(String command) {
    return command.replaceAll(".*<(.*)>.*", "$1");
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
