package com.customerfocus.api;

import com.customerfocus.support.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a call sends as one flat JSON object. A key that is not known is an error: it was meant.
 * Each refusal is a {@link ResponseStatusException} with 400, in the language of the request.
 */
public final class JsonBody {

  private static final int LONGEST_KEY = 80;

  private final JsonNode body;

  private JsonBody(JsonNode body) {
    this.body = body;
  }

  /**
   * A body in which each value is a text that can be stored, or null.
   *
   * @param body null when there is none
   * @param keys all that are known
   * @param numbers those of them whose values may be numbers, too
   */
  public static JsonBody of(JsonNode body, List<String> keys, String... numbers) {
    if (body == null || !body.isObject()) {
      throw refused("api.body.no-object", String.join(", ", keys));
    }
    body.properties().forEach(it -> check(it.getKey(), it.getValue(), keys, List.of(numbers)));
    return new JsonBody(body);
  }

  private static void check(String key, JsonNode value, List<String> keys, List<String> numbers) {
    if (!keys.contains(key)) {
      throw refused(
          "api.body.unknown-key",
          key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) + "…" : key,
          String.join(", ", keys));
    }
    if (value.isNull() || value.isNumber() && numbers.contains(key)) {
      return;
    }
    if (!value.isTextual()) {
      throw refused("api.body.no-text", key);
    }
    if (!Texts.isStorable(value.asText())) {
      throw refused("api.body.unstorable", key);
    }
  }

  private static ResponseStatusException refused(String key, Object... args) {
    return ApiRefusal.of(HttpStatus.BAD_REQUEST, key, args);
  }

  /** The text or number of a key, or null. */
  public String text(String key) {
    return body.hasNonNull(key) ? body.get(key).asText() : null;
  }

  /**
   * The whole number of a key, or null.
   *
   * @param refusal of anything else, a key of messages.properties
   */
  public Long number(String key, String refusal) {
    if (!body.hasNonNull(key)) {
      return null;
    }
    var value = body.get(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw refused(refusal);
    }
    return value.asLong();
  }
}
