package com.customerfocus.handoff.report.web;

import com.customerfocus.api.JsonBody;
import com.customerfocus.handoff.HandoffRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.server.ResponseStatusException;

/** Reads what is asked for from JSON. */
final class HandoffBody {

  private static final String PARENT = "parent";

  private static final List<String> KEYS =
      Arrays.stream(HandoffRequest.class.getRecordComponents()).map(it -> it.getName()).toList();

  private HandoffBody() {}

  /**
   * @param json null when there is none
   * @throws ResponseStatusException with 400 when it is no JSON object with these keys, each a text
   *     that can be stored, or a number for {@code parent}
   */
  static HandoffRequest read(JsonNode json) {
    var body = JsonBody.of(json, KEYS, PARENT);
    return new HandoffRequest(
        body.text("partner"),
        body.text("customer"),
        body.text("need"),
        body.text("tried"),
        body.text("told"),
        body.text("doneWhen"),
        body.text("wished"),
        body.text("priority"),
        body.number(PARENT, "api.handoff.parent"));
  }
}
