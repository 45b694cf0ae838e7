package com.customerfocus.customercase.goodwill.web;

import com.customerfocus.api.JsonBody;
import com.customerfocus.customercase.goodwill.GoodwillRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.web.server.ResponseStatusException;

/** Reads goodwill from JSON. */
final class GoodwillBody {

  private static final String KIND = "kind";
  private static final String AMOUNT = "amount";
  private static final String REASON = "reason";

  private GoodwillBody() {}

  /**
   * What is offered to the customer of a case.
   *
   * @param json null when there is none
   * @throws ResponseStatusException with 400 when it is no JSON object with these keys, each a text
   *     that can be stored; the amount may be a number
   */
  static GoodwillRequest read(long caseId, JsonNode json) {
    var body = JsonBody.of(json, List.of(KIND, AMOUNT, REASON), AMOUNT);
    return new GoodwillRequest(
        String.valueOf(caseId), body.text(KIND), body.text(AMOUNT), body.text(REASON));
  }
}
