package com.customerfocus.engine.identity;

import static com.customerfocus.testing.HttpBrowser.ENGINE;

import com.customerfocus.testing.BasicLogin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser or a program at an address of its own, such as 127.0.0.2: it speaks HTTP over a plain
 * socket, because Java's client cannot choose where it comes from. Keeps its cookies.
 */
class Visitor {

  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
  private static final Pattern COOKIE = Pattern.compile("(?im)^Set-Cookie: ([^=]+)=([^;\r\n]*)");
  private static final int PATIENCE_MILLIS = 60_000;

  private final String from;
  private final int port;
  private final Map<String, String> cookies = new TreeMap<>();

  /** An answer: its status and all the rest. */
  public record Answer(int status, String text) {}

  Visitor(String from, int port) {
    this.from = from;
    this.port = port;
  }

  /** The login of Tasklist. */
  Answer logIn(String id, String password) {
    get("/camunda/app/tasklist/default/");
    var answer =
        send(
            "POST",
            LOGIN,
            "Content-Type: application/x-www-form-urlencoded\r\n",
            "username=" + id + "&password=" + password.replace(' ', '+'));
    get("/camunda/app/tasklist/default/");
    return answer;
  }

  /** A request of the API with HTTP Basic. */
  Answer askApi(String id, String password) {
    return ask("/v3/api-docs", id, password);
  }

  /** What the program says about itself. */
  Answer askHealth(String id, String password) {
    return ask("/actuator/health", id, password);
  }

  private Answer ask(String path, String id, String password) {
    return send(
        "GET", path, "Authorization: " + BasicLogin.header(id + ":" + password) + "\r\n", "");
  }

  /** The page "Account" of the web applications, or an administrator's, where passwords are set. */
  Answer setPassword(String id, String password, String ownPassword) {
    return send(
        "PUT",
        ENGINE + "/user/" + id + "/credentials",
        "Content-Type: application/json\r\n",
        "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}"
            .formatted(password, ownPassword));
  }

  /** Whether the session is still logged in. */
  boolean isLoggedIn() {
    return get(ENGINE + "/task/count").status() == 200;
  }

  Answer get(String path) {
    return send("GET", path, "", "");
  }

  Answer engine(String method, String path, String json) {
    return send(method, ENGINE + path, "Content-Type: application/json\r\n", json);
  }

  private Answer send(String method, String path, String headers, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head =
        new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(method, path, port))
            .append("Connection: close\r\nAccept: application/json\r\n")
            .append(headers)
            .append("Content-Length: %d\r\n".formatted(bytes.length));
    if (!cookies.isEmpty()) {
      head.append("Cookie: ")
          .append(
              cookies.entrySet().stream()
                  .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                  .collect(Collectors.joining("; ")))
          .append("\r\n");
    }
    if (cookies.containsKey("XSRF-TOKEN")) {
      head.append("X-XSRF-TOKEN: %s\r\n".formatted(cookies.get("XSRF-TOKEN")));
    }
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
      socket
          .getOutputStream()
          .write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var set = COOKIE.matcher(text);
      while (set.find()) {
        cookies.put(set.group(1), set.group(2));
      }
      return new Answer(Integer.parseInt(text.substring(9, 12)), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
