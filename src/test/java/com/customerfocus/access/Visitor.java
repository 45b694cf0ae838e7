package com.customerfocus.access;

import static com.customerfocus.testing.HttpBrowser.ENGINE;
import static com.customerfocus.testing.HttpBrowser.JSON;

import com.customerfocus.testing.HttpBrowser;
import java.net.http.HttpResponse;

/** A person with a browser, logged in if they have an account. */
class Visitor {

  private final HttpBrowser browser;
  private final String id;
  private final String password;
  private final boolean loggedIn;

  /**
   * @param id null for a person without an account
   */
  Visitor(String address, String id, String password) {
    this.browser = new HttpBrowser(address);
    this.id = id;
    this.password = password;
    if (id == null) {
      browser.openTasklist();
      loggedIn = false;
    } else {
      loggedIn = browser.logIn(id, password).statusCode() == 200;
    }
  }

  boolean isLoggedIn() {
    return loggedIn;
  }

  /** The employee id, or a made-up one of a person without an account. */
  String id() {
    return id == null ? "anonymous" : id;
  }

  /** A request to the engine, as the pages send it. */
  HttpResponse<String> engine(String method, String path) {
    return send(method, ENGINE + path, null, null);
  }

  /** The same with a body. */
  HttpResponse<String> engine(String method, String path, String json) {
    return send(method, ENGINE + path, JSON, json);
  }

  /** A file and its name, uploaded to the engine. */
  HttpResponse<String> deploy(String deployment, String file, String content) {
    return send(
        "POST",
        ENGINE + "/deployment/create",
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n%s\r\n%s"
            .formatted(deployment, part("data", file, content)));
  }

  /** A file uploaded to the API. */
  HttpResponse<String> upload(String path, String file, String content) {
    return api("POST", path, "multipart/form-data; boundary=x", part("file", file, content));
  }

  /** A file uploaded by a page. */
  HttpResponse<String> send(String path, String file, String content) {
    return send("POST", path, "multipart/form-data; boundary=x", part("file", file, content));
  }

  private static String part(String name, String file, String content) {
    return """
        --x\r
        Content-Disposition: form-data; name="%s"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        %s\r
        --x--\r
        """
        .formatted(name, file, content);
  }

  /** A request of the API that puts something there. */
  HttpResponse<String> put(String path, String json) {
    return api("PUT", path, "application/json", json);
  }

  /** A request of the API that creates something. */
  HttpResponse<String> post(String path, String json) {
    return api("POST", path, "application/json", json);
  }

  HttpResponse<String> api(String path) {
    return api("GET", path, null, null);
  }

  /** A request of the API that deletes. */
  HttpResponse<String> delete(String path) {
    return api("DELETE", path, null, null);
  }

  private HttpResponse<String> api(String method, String path, String type, String body) {
    return browser.sendAsProgram(id == null ? null : id + ":" + password, method, path, type, body);
  }

  /** A request to any address of the program, with the browser's session. */
  HttpResponse<String> send(String method, String path, String type, String body) {
    return browser.send(method, path, type, body);
  }
}
