package com.customerfocus.engine.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Mutates requests that pages send into requests that no page sends; reproducible by its seed. */
class RequestMutations {

  /**
   * A request.
   *
   * @param path below the engine's interface, encoded
   * @param type content type, or null
   * @param body or null
   */
  record Sent(String method, String path, String type, byte[] body) {

    @Override
    public String toString() {
      return "%s %s (%s) %s"
          .formatted(
              method, path, type, body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json;charset=utf-16",
          "application/hal+json",
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "image/png",
          "nonsense");

  private static final List<String> SEGMENTS =
      List.of(
          "variables",
          "localVariables",
          "delegate",
          "assignee",
          "resolve",
          "complete",
          "submit-form",
          "claim",
          "unclaim",
          "bpmnError",
          "modification",
          "start",
          "count",
          "create",
          "key",
          "delete",
          "members",
          "credentials",
          "profile",
          "suspended",
          "retries",
          "list",
          "admin",
          "..",
          ".",
          "null",
          "-1",
          "'",
          "${1+1}",
          "<script>",
          "ñ🎉",
          "a b",
          "x".repeat(3_000));

  private static final List<String> PARAMETERS =
      List.of(
          "sortBy",
          "sortOrder",
          "firstResult",
          "maxResults",
          "assignee",
          "assigneeExpression",
          "assigneeLike",
          "candidateUser",
          "candidateGroup",
          "processVariables",
          "processInstanceBusinessKey",
          "dueAfter",
          "createdBefore",
          "memberOfGroup",
          "member",
          "withCandidateGroups",
          "variableValues",
          "deserializeValues",
          "variableNames",
          "incidents",
          "latest",
          "priority",
          "taskId");

  private static final List<String> NAMES =
      List.of(
          "variables",
          "value",
          "type",
          "valueInfo",
          "businessKey",
          "startInstructions",
          "skipCustomListeners",
          "caseInstanceId",
          "withVariablesInReturn",
          "localVariables",
          "orQueries",
          "assigneeExpression",
          "taskVariables",
          "sorting",
          "userId",
          "errorCode",
          "briefingId",
          "briefing",
          "present",
          "excused",
          "heldOn",
          "decision",
          "absence",
          "launcherId",
          "password",
          "retries",
          "processInstanceIds",
          "__proto__",
          "@class");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "5",
          "1e999",
          "99999999999999999999",
          "0.1",
          "\"\"",
          "\"text\"",
          "\"String\"",
          "\"Object\"",
          "\"Json\"",
          "\"File\"",
          "\"Date\"",
          "\"Integer\"",
          "\"2026-03-02\"",
          "\"2026-03-02T09:00:00.000+0000\"",
          "\"9999-99-99\"",
          "\"fred\"",
          "\"admin\"",
          "\"${1+1}\"",
          "\"<script>alert(1)</script>\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"ñ🎉\"",
          "\"{}\"",
          "\"[]\"",
          "\"{\"",
          "\"java.io.File\"",
          "[]",
          "{}",
          "[[]]",
          "[1,\"a\",null]",
          "{\"a\":{\"b\":1}}",
          "{\"type\":\"Object\",\"value\":\"x\",\"valueInfo\":{\"objectTypeName\":\"java.io.File\"}}",
          "[{\"assigneeExpression\":\"${1+1}\"}]");

  private final Random random;
  private final List<Sent> sent;
  private final List<String> ids;

  /**
   * @param sent requests of pages
   * @param ids existing ids, some of other people's objects
   */
  RequestMutations(long seed, List<Sent> sent, List<String> ids) {
    this.random = new Random(seed);
    this.sent = sent;
    this.ids = ids;
  }

  Sent next() {
    var request = oneOf(sent);
    for (var change = random.nextInt(3); change >= 0; change--) {
      request = changed(request);
    }
    return request;
  }

  private Sent changed(Sent it) {
    return switch (random.nextInt(10)) {
      case 0 -> new Sent(oneOf(METHODS), it.path(), it.type(), it.body());
      case 1, 2 -> new Sent(it.method(), otherPath(it.path()), it.type(), it.body());
      case 3 -> new Sent(it.method(), otherQuery(it.path()), it.type(), it.body());
      case 4 -> new Sent(it.method(), it.path(), oneOf(TYPES), it.body());
      case 5 -> new Sent(it.method(), it.path(), it.type(), otherBytes(it.body()));
      default -> new Sent(it.method(), it.path(), it.type(), otherJson(it.body()));
    };
  }

  private String otherPath(String path) {
    var query = path.indexOf('?');
    var plain = query == -1 ? path : path.substring(0, query);
    var segments = new ArrayList<>(Arrays.asList(plain.substring(1).split("/")));
    var place = random.nextInt(segments.size());
    var segment = encoded(random.nextInt(3) == 0 ? oneOf(ids) : oneOf(SEGMENTS));
    switch (random.nextInt(4)) {
      case 0 -> segments.add(segment);
      case 1 -> segments.add(place, segment);
      case 2 -> segments.remove(place);
      default -> segments.set(place, segment);
    }
    var changed = segments.stream().map(it -> "/" + it).collect(Collectors.joining());
    return (changed.isEmpty() ? "/" : changed) + (query == -1 ? "" : path.substring(query));
  }

  private String otherQuery(String path) {
    var value = random.nextInt(3) == 0 ? oneOf(ids) : oneOf(VALUES).replace("\"", "");
    return path + (path.contains("?") ? "&" : "?") + oneOf(PARAMETERS) + "=" + encoded(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private byte[] otherBytes(byte[] body) {
    if (body == null || body.length == 0) {
      return "x".repeat(random.nextInt(100)).getBytes(StandardCharsets.UTF_8);
    }
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(body, random.nextInt(body.length));
      case 1 -> new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
      case 2 -> null;
      default -> {
        var changed = body.clone();
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        yield changed;
      }
    };
  }

  private byte[] otherJson(byte[] body) {
    try {
      var json = body == null || body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
      var objects = new ArrayList<ObjectNode>();
      collect(json, objects);
      if (objects.isEmpty()) {
        return oneOf(VALUES).getBytes(StandardCharsets.UTF_8);
      }
      change(oneOf(objects));
      return JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      return otherBytes(body);
    }
  }

  private static void collect(JsonNode json, List<ObjectNode> objects) {
    if (json instanceof ObjectNode object) {
      objects.add(object);
    }
    json.forEach(part -> collect(part, objects));
  }

  private void change(ObjectNode object) throws JsonProcessingException {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    var name = names.isEmpty() || random.nextInt(3) == 0 ? oneOf(NAMES) : oneOf(names);
    switch (random.nextInt(8)) {
      case 0 -> object.remove(name);
      case 1 -> object.put(name, oneOf(ids));
      case 2 -> object.put(name, "x".repeat(10_000));
      case 3 -> object.set(oneOf(NAMES), object.path(name).deepCopy());
      case 4 -> object.put(name, withinText(object.path(name).asText("")));
      case 5 -> {
        ArrayNode deep = object.putArray(name);
        for (var depth = 0; depth < 50; depth++) {
          deep = deep.addArray();
        }
      }
      default -> object.set(name, JSON.readTree(oneOf(VALUES)));
    }
  }

  /** The fields of a form are JSON within a text. */
  private String withinText(String text) {
    return text.startsWith("{")
        ? new String(otherJson(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)
        : oneOf(VALUES);
  }

  private <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
