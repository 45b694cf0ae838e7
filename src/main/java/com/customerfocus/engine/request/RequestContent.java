package com.customerfocus.engine.request;

import com.customerfocus.engine.request.AllowedRequests.Content;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

/** Checks the content of a request against what its rule permits. */
final class RequestContent {

  /** Duplicate names are refused: parsers disagree which one counts. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Optional<Refusal> OTHERS_GROUPS =
      Optional.of(Refusal.forbidden("Only administrators may ask for others' groups."));

  private static final int MOST_RETRIES = 100;

  private static final Set<String> TYPES =
      Set.of(
          "string", "boolean", "integer", "long", "short", "double", "date", "json", "file",
          "null");

  private static final Set<String> OF_A_FIELD = Set.of("value", "type", "valueInfo");
  private static final Set<String> OF_A_FILE = Set.of("filename", "mimeType", "encoding");
  private static final Set<String> OF_A_GROUP_SEARCH =
      Set.of("member", "firstResult", "maxResults", "sortBy", "sortOrder", "sorting");
  private static final Set<String> OF_A_GROUP = Set.of("id", "idIn", "name", "nameLike", "type");
  private static final Set<String> OF_A_PEOPLE_SEARCH = Set.of("idIn", "firstResult", "maxResults");

  /**
   * Refusal of a request.
   *
   * @param status HTTP status
   * @param message for the sender to read
   */
  record Refusal(int status, String message) {

    static final Refusal FOR_ADMINISTRATORS = forbidden("Only administrators may do this.");

    static Refusal forbidden(String message) {
      return new Refusal(HttpServletResponse.SC_FORBIDDEN, message);
    }

    static Refusal wrong(String message) {
      return new Refusal(HttpServletResponse.SC_BAD_REQUEST, message);
    }
  }

  private RequestContent() {}

  /**
   * @param user id of the sender
   */
  static Optional<Refusal> refusal(
      HttpServletRequest request, byte[] body, Content allowed, String user) throws IOException {
    if (request.getParameterMap().keySet().stream().anyMatch(RequestContent::isExpression)) {
      return expressions();
    }
    if (request.getMethod().equals("GET")
        && (allowed == Content.OWN_GROUPS || allowed == Content.PEOPLE_BY_ID)) {
      return ofSearch(request, allowed, user);
    }
    if (request.getMethod().equals("GET") || request.getMethod().equals("OPTIONS")) {
      return Optional.empty();
    }
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return Optional.of(Refusal.wrong("The request cannot be read: it is no valid JSON."));
    }
    if (!json.isObject()) {
      return Optional.of(Refusal.wrong("A JSON object is missing."));
    }
    if (hasExpression(json)) {
      return expressions();
    }
    if (hasEmptyElement(json)) {
      return Optional.of(Refusal.wrong("A list contains an empty element."));
    }
    return switch (allowed) {
      case FORM_FIELDS -> ofForm(json);
      case CLAIM -> ofClaim(json, user);
      case OWN_GROUPS ->
          json.path("member").asText().equals(user)
              ? onlyNames(names(json), OF_A_GROUP_SEARCH)
              : OTHERS_GROUPS;
      case CREDENTIALS -> onlyNames(names(json), Set.of("password", "authenticatedUserPassword"));
      case RETRIES ->
          // The request could carry another due date, which would move future jobs.
          json.path("retries").canConvertToInt()
                  && json.path("retries").asInt() >= 1
                  && json.path("retries").asInt() <= MOST_RETRIES
              ? onlyNames(names(json), Set.of("retries"))
              : Optional.of(
                  Refusal.wrong("\"retries\" is no number from 1 to %d.".formatted(MOST_RETRIES)));
      case GROUPS -> onlyNames(names(json), OF_A_GROUP);
      default ->
          // The engine's interface answers 500 for it.
          json.path("processInstanceIds").isArray() && json.path("processInstanceIds").isEmpty()
              ? Optional.of(Refusal.wrong("\"processInstanceIds\" is empty."))
              : Optional.empty();
    };
  }

  private static Optional<Refusal> ofSearch(
      HttpServletRequest request, Content allowed, String user) {
    var sent = request.getParameterMap();
    if (allowed == Content.PEOPLE_BY_ID) {
      return sent.containsKey("idIn")
          ? onlyNames(sent.keySet(), OF_A_PEOPLE_SEARCH)
          : Optional.of(Refusal.FOR_ADMINISTRATORS);
    }
    var members = sent.get("member");
    return members != null && members.length == 1 && members[0].equals(user)
        ? onlyNames(sent.keySet(), OF_A_GROUP_SEARCH)
        : OTHERS_GROUPS;
  }

  private static Optional<Refusal> ofForm(JsonNode json) {
    // Tasklist sends an empty business key with each start.
    if (json.hasNonNull("businessKey")) {
      return Optional.of(Refusal.forbidden("Only administrators may choose a business key."));
    }
    return onlyNames(names(json), Set.of("variables", "businessKey"))
        .or(() -> ofFields(json.path("variables")));
  }

  private static Optional<Refusal> ofFields(JsonNode fields) {
    if (fields.isMissingNode() || fields.isNull()) {
      return Optional.empty();
    }
    if (!fields.isObject()) {
      return Optional.of(Refusal.wrong("\"variables\" is no JSON object."));
    }
    return fields.properties().stream().flatMap(field -> ofField(field).stream()).findFirst();
  }

  private static Optional<Refusal> ofField(Entry<String, JsonNode> field) {
    var value = field.getValue();
    var type = value.path("type");
    if (!value.isObject()
        || value.path("value").isContainerNode()
        || !OF_A_FIELD.containsAll(names(value))
        || !type.isMissingNode()
            && !type.isNull()
            && !(type.isTextual() && TYPES.contains(type.asText().toLowerCase(Locale.ROOT)))
        || "json".equalsIgnoreCase(type.asText("")) && !isJsonText(value.path("value"))
        || "file".equalsIgnoreCase(type.asText("")) && !isFile(value)
        || !isOfAFile(value.path("valueInfo"))) {
      return Optional.of(
          Refusal.wrong(
              "The field \"%s\" is no text, number, boolean, date, JSON text or file."
                  .formatted(shortened(field.getKey()))));
    }
    return Optional.empty();
  }

  /** The engine's interface parses it first and answers 500 for malformed content. */
  private static boolean isJsonText(JsonNode value) {
    try {
      return value.isTextual() && !JSON.readTree(value.asText()).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean isFile(JsonNode field) {
    try {
      return field.path("valueInfo").path("filename").isTextual()
          && Base64.getDecoder().decode(field.path("value").asText("")) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isOfAFile(JsonNode info) {
    return info.isMissingNode()
        || info.isNull()
        || info.isObject()
            && OF_A_FILE.containsAll(names(info))
            && info.valueStream().allMatch(it -> it.isTextual() || it.isNull());
  }

  private static Optional<Refusal> ofClaim(JsonNode json, String user) {
    var claims = json.path("userId");
    return claims.isTextual() && claims.asText().equals(user)
        ? onlyNames(names(json), Set.of("userId"))
        : Optional.of(Refusal.forbidden("Only administrators may give a task to other people."));
  }

  private static Optional<Refusal> onlyNames(Collection<String> sent, Set<String> allowed) {
    return sent.stream()
        .filter(name -> !allowed.contains(name))
        .findFirst()
        .map(
            name ->
                Refusal.forbidden(
                    "Only administrators may send \"%s\".".formatted(shortened(name))));
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Entry::getKey).toList();
  }

  private static Optional<Refusal> expressions() {
    return Optional.of(Refusal.forbidden("Only administrators may use expressions."));
  }

  private static boolean hasExpression(JsonNode json) {
    return json.properties().stream().anyMatch(property -> isExpression(property.getKey()))
        || json.valueStream().anyMatch(RequestContent::hasExpression);
  }

  /** The engine's interface answers 500 for these, such as an alternative without conditions. */
  private static boolean hasEmptyElement(JsonNode json) {
    return json.isArray()
            && json.valueStream().anyMatch(element -> element.isNull() || element.isMissingNode())
        || json.valueStream().anyMatch(RequestContent::hasEmptyElement);
  }

  /** The engine evaluates these for every login under any configuration (CVE-2026-109432). */
  private static boolean isExpression(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("expression");
  }

  private static String shortened(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100) + "…";
  }
}
