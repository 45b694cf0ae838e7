package com.customerfocus.customercase.goodwill.web;

import com.customerfocus.customercase.goodwill.GoodwillRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads goodwill from JSON. A key that is not known is an error: it was meant. */
final class GoodwillBody {

  private static final List<String> KEYS = List.of("kind", "amount", "reason");

  private GoodwillBody() {}

  /**
   * @param body null when there is none
   * @throws ResponseStatusException with 400 when it is no JSON object with these keys, each a text
   *     that can be stored; the amount may be a number
   */
  static GoodwillRequest read(long caseId, JsonNode body) {
    if (body == null || !body.isObject()) {
      throw refused("Send the goodwill as one JSON object with the keys kind, amount and reason.");
    }
    body.properties().forEach(it -> check(it.getKey(), it.getValue()));
    return new GoodwillRequest(
        String.valueOf(caseId), text(body, "kind"), text(body, "amount"), text(body, "reason"));
  }

  private static void check(String key, JsonNode value) {
    if (!KEYS.contains(key)) {
      throw refused(
          "The key \"%s\" is not known. Use %s."
              .formatted(
                  key.length() > 80 ? key.substring(0, 80) + "…" : key, String.join(", ", KEYS)));
    }
    var isNumber = key.equals("amount") && value.isNumber();
    if (!value.isNull() && !value.isTextual() && !isNumber) {
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

  private static String text(JsonNode body, String key) {
    return body.hasNonNull(key) ? body.get(key).asText() : null;
  }

  private static ResponseStatusException refused(String why) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, why + " Nothing was done.");
  }
}
