package com.customerfocus.customercase.report.web;

import com.customerfocus.customercase.CaseRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads a case to be opened from JSON. A key that is not known is an error: it was meant. */
final class CaseBody {

  private static final List<String> KEYS =
      Arrays.stream(CaseRequest.class.getRecordComponents()).map(it -> it.getName()).toList();

  private CaseBody() {}

  /**
   * @param body null when there is none
   * @throws ResponseStatusException with 400 when it is no JSON object with these keys, each a text
   *     that can be stored
   */
  static CaseRequest read(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw refused(
          "Send the case as one JSON object with some of these keys: %s."
              .formatted(String.join(", ", KEYS)));
    }
    body.properties().forEach(it -> check(it.getKey(), it.getValue()));
    return new CaseRequest(
        text(body, "customer"), text(body, "kind"), text(body, "need"), text(body, "priority"));
  }

  private static void check(String key, JsonNode value) {
    if (!KEYS.contains(key)) {
      throw refused(
          "The key \"%s\" is not known. Use %s, or leave it out."
              .formatted(
                  key.length() > 80 ? key.substring(0, 80) + "…" : key, String.join(", ", KEYS)));
    }
    if (!value.isNull() && !value.isTextual()) {
      throw refused("The value of %s is not a text.".formatted(key));
    }
    if (!value.isNull() && !isStorable(value.asText())) {
      throw refused(
          "The value of %s has a NUL or half a character. Check its encoding.".formatted(key));
    }
  }

  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String text(JsonNode body, String key) {
    return body.hasNonNull(key) ? body.get(key).asText() : null;
  }

  private static ResponseStatusException refused(String why) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, why + " Nothing was created.");
  }
}
