package com.customerfocus.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * A raw request, byte by byte, which may break the protocol. An answer counts even if the request
 * has not ended.
 */
public class RawRequest implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket = new Socket();

  public RawRequest(int port) throws IOException {
    socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** A head: request line and headers, separated by line breaks. */
  public RawRequest head(String head) throws IOException {
    return send(head.strip().replace("\n", "\r\n") + "\r\n\r\n");
  }

  public RawRequest send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawRequest send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /**
   * Sends nothing more and reads status line, headers and body up to the end of the connection.
   *
   * @throws SocketTimeoutException when the server waits for more
   */
  public String answer() throws IOException {
    socket.shutdownOutput();
    var answer = new StringBuilder();
    var buffer = new byte[8192];
    InputStream in = socket.getInputStream();
    try {
      for (var read = in.read(buffer); read != -1; read = in.read(buffer)) {
        answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
    } catch (SocketException e) {
      // The server closed the connection during the request.
      if (answer.isEmpty()) {
        throw e;
      }
    }
    return answer.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
