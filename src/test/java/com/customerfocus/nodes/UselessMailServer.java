package com.customerfocus.nodes;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/** A mail server that sends a greeting, or not even that, and nothing else. */
class UselessMailServer implements AutoCloseable {

  private final ServerSocket socket;

  private volatile String greeting = "";

  UselessMailServer(int port) throws IOException {
    socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "useless mail server");
    thread.setDaemon(true);
    thread.start();
  }

  void greetsWith(String words) {
    greeting = words;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var client = socket.accept()) {
        if (!greeting.isEmpty()) {
          client.getOutputStream().write((greeting + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        // Until the client disconnects.
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        continue;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
