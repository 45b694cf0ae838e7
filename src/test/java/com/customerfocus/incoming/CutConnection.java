package com.customerfocus.incoming;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Stands between the program and a mail server, and cuts the connection where a test says: in the
 * middle of what the server answers, or before a command reaches it.
 */
class CutConnection implements AutoCloseable {

  private static final Pattern NEVER = Pattern.compile("(?!)");

  private final ServerSocket socket;
  private final int server;
  private final ExecutorService threads = Executors.newCachedThreadPool(CutConnection::daemon);
  private volatile String answer = "";
  private volatile Pattern command = NEVER;
  private volatile int times;
  private volatile Consumer<String> listener = line -> {};

  CutConnection(int server) {
    this.server = server;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.submit(this::serve);
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "cut connection");
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Cuts this number of times where the server has said this. */
  void cutInAnswer(String words, int times) {
    this.times = times;
    this.answer = words;
  }

  /** Cuts once instead of passing such a command on. */
  void cutBefore(String command) {
    this.times = 1;
    this.command = Pattern.compile(command, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** Is told of each piece that the program sends, before it is passed on. */
  void listen(Consumer<String> listener) {
    this.listener = listener;
  }

  private Void serve() throws IOException {
    while (true) {
      var program = socket.accept();
      var post = new Socket(InetAddress.getLoopbackAddress(), server);
      threads.submit(() -> pass(program, post, this::isPassedOn));
      threads.submit(() -> pass(post, program, new Said()::isPassedOn));
    }
  }

  private interface Rule {
    boolean isPassedOn(String piece);
  }

  private static Void pass(Socket from, Socket to, Rule rule) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[16_384];
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!rule.isPassedOn(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
          return null;
        }
        out.write(buffer, 0, read);
        out.flush();
      }
      return null;
    }
  }

  private boolean isPassedOn(String piece) {
    listener.accept(piece);
    return !command.matcher(piece).find() || !isTimeToCut();
  }

  /** What the server has said on one connection. */
  private class Said {
    private String last = "";

    private boolean isPassedOn(String piece) {
      var said = last + piece;
      last = said.substring(Math.max(0, said.length() - 200));
      return answer.isEmpty() || !said.contains(answer) || !isTimeToCut();
    }
  }

  private synchronized boolean isTimeToCut() {
    return times-- > 0;
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
