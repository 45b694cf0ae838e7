package com.customerfocus.handoff.report.web;

import com.customerfocus.api.ApiRefusal;
import com.customerfocus.handoff.HandoffRequest;
import com.customerfocus.support.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads what is asked for from JSON. A key that is not known is an error: it was meant. */
final class HandoffBody {

  private static final String PARENT = "parent";

  private static final List<String> KEYS =
      Arrays.stream(HandoffRequest.class.getRecordComponents()).map(it -> it.getName()).toList();

  private HandoffBody() {}

  /**
   * @param body null when there is none
   * @throws ResponseStatusException with 400 when it is no JSON object with these keys, each a text
   *     that can be stored, or a number for {@code parent}
   */
  static HandoffRequest read(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw refused("api.handoff.no-object", String.join(", ", KEYS));
    }
    body.properties().forEach(it -> check(it.getKey(), it.getValue()));
    return new HandoffRequest(
        text(body, "partner"),
        text(body, "customer"),
        text(body, "need"),
        text(body, "tried"),
        text(body, "told"),
        text(body, "doneWhen"),
        text(body, "wished"),
        text(body, "priority"),
        body.hasNonNull(PARENT) ? body.get(PARENT).asLong() : null);
  }

  private static void check(String key, JsonNode value) {
    if (!KEYS.contains(key)) {
      throw refused(
          "api.handoff.unknown-key",
          key.length() > 80 ? key.substring(0, 80) + "…" : key,
          String.join(", ", KEYS));
    }
    if (value.isNull()) {
      return;
    }
    if (key.equals(PARENT)) {
      if (!value.canConvertToLong() || !value.isIntegralNumber()) {
        throw refused("api.handoff.parent");
      }
    } else if (!value.isTextual()) {
      throw refused("api.handoff.no-text", key);
    } else if (!Texts.isStorable(value.asText())) {
      throw refused("api.handoff.unstorable", key);
    }
  }

  private static String text(JsonNode body, String key) {
    return body.hasNonNull(key) ? body.get(key).asText() : null;
  }

  private static ResponseStatusException refused(String key, Object... args) {
    return ApiRefusal.of(HttpStatus.BAD_REQUEST, key, args);
  }
}
