package com.customerfocus.customer.imports.web;

import com.customerfocus.api.ApiRefusal;
import com.customerfocus.customer.imports.CustomerEntry.Values;
import com.customerfocus.customer.imports.InvalidCustomerException;
import com.customerfocus.customer.imports.InvalidCustomerException.WrongValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads the values of one customer from JSON. A key that is not known is an error: the value that
 * was meant would be empty on file afterwards.
 */
final class CustomerBody {

  private static final List<String> KEYS =
      Arrays.stream(Values.class.getRecordComponents()).map(it -> it.getName()).toList();

  private CustomerBody() {}

  /**
   * @param body null when there is none
   * @throws ResponseStatusException when it is no JSON object, or a value is no text
   * @throws InvalidCustomerException when it has keys that are not known, or broken characters
   */
  static Values read(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw ApiRefusal.of(
          HttpStatus.BAD_REQUEST, "api.customer.no-object", String.join(", ", KEYS));
    }
    var wrong =
        body.properties().stream()
            .flatMap(it -> problem(it.getKey(), it.getValue()).stream())
            .toList();
    if (!wrong.isEmpty()) {
      throw new InvalidCustomerException(wrong);
    }
    body.properties().stream()
        .filter(it -> it.getValue().isContainerNode())
        .findFirst()
        .ifPresent(
            it -> {
              throw ApiRefusal.of(HttpStatus.BAD_REQUEST, "api.customer.no-text", it.getKey());
            });
    return new Values(
        text(body, "name"),
        text(body, "mail"),
        text(body, "phone"),
        text(body, "postalAddress"),
        text(body, "language"),
        text(body, "tier"),
        text(body, "timeZone"),
        text(body, "owner"));
  }

  private static List<WrongValue> problem(String key, JsonNode value) {
    if (!KEYS.contains(key)) {
      return List.of(
          new WrongValue(
              key,
              "This key is not known. Use %s, or leave it out."
                  .formatted(String.join(", ", KEYS))));
    }
    return StandardCharsets.UTF_8.newEncoder().canEncode(value.asText())
        ? List.of()
        : List.of(new WrongValue(key, "The value has half a character. Check its encoding."));
  }

  private static String text(JsonNode body, String key) {
    return body.hasNonNull(key) ? body.get(key).asText() : null;
  }
}
