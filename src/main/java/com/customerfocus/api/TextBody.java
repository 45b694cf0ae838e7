package com.customerfocus.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A JSON object of texts that a program sends. A key that is not known is an error: it was meant.
 */
public final class TextBody {

  private static final int LONGEST_KEY = 80;

  private final JsonNode body;

  private TextBody(JsonNode body) {
    this.body = body;
  }

  /**
   * @param body null when there is none
   * @param keys that it may have
   * @throws ResponseStatusException with 400 when it is no JSON object with some of these keys,
   *     each a text that can be stored
   */
  public static TextBody of(JsonNode body, String... keys) {
    var known = List.of(keys);
    if (body == null || !body.isObject()) {
      throw refused("Send one JSON object with these keys: %s.".formatted(String.join(", ", keys)));
    }
    for (var entry : body.properties()) {
      check(entry.getKey(), entry.getValue(), known);
    }
    return new TextBody(body);
  }

  private static void check(String key, JsonNode value, List<String> known) {
    if (!known.contains(key)) {
      throw refused(
          "The key \"%s\" is not known. Use %s."
              .formatted(
                  key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) + "…" : key,
                  String.join(", ", known)));
    }
    if (!value.isNull() && !value.isTextual()) {
      throw refused("The value of %s is not a text.".formatted(key));
    }
    if (value.isTextual() && !isStorable(value.asText())) {
      throw refused(
          "The value of %s has a NUL or half a character. Check its encoding.".formatted(key));
    }
  }

  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** The text of a key, or null. */
  public String text(String key) {
    return body.hasNonNull(key) ? body.get(key).asText() : null;
  }

  private static ResponseStatusException refused(String why) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, why + " Nothing was done.");
  }
}
