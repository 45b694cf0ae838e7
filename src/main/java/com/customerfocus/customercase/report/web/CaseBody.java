package com.customerfocus.customercase.report.web;

import com.customerfocus.api.JsonBody;
import com.customerfocus.customercase.CaseRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.server.ResponseStatusException;

/** Reads a case to be opened from JSON. */
final class CaseBody {

  private static final List<String> KEYS =
      Arrays.stream(CaseRequest.class.getRecordComponents()).map(it -> it.getName()).toList();

  private CaseBody() {}

  /**
   * @param json null when there is none
   * @throws ResponseStatusException with 400 when it is no JSON object with these keys, each a text
   *     that can be stored
   */
  static CaseRequest read(JsonNode json) {
    var body = JsonBody.of(json, KEYS);
    return new CaseRequest(
        body.text("customer"), body.text("kind"), body.text("need"), body.text("priority"));
  }
}
