package com.customerfocus.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * A variable that a form sets.
 *
 * @param largestFile bytes, for {@link Kind#FILE} only
 */
record FormField(Kind kind, long largestFile) {

  /** Type of a field's value; each may also be empty. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    /** An object: the fields of a group. */
    JSON,
    FILE
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  static FormField of(Kind kind) {
    return new FormField(kind, 0);
  }

  static FormField file(long largest) {
    return new FormField(Kind.FILE, largest);
  }

  /**
   * What is wrong with the value, as continuation of the variable's name; empty when it is valid.
   */
  Optional<String> problem(Object sent) {
    var value = sent instanceof TypedValue typed ? typed : Variables.untypedValue(sent);
    return switch (kind) {
      case TEXT -> value instanceof SerializableValue ? isNo("text") : text(value.getValue());
      case NUMBER -> isA(Number.class, value, "number");
      case BOOLEAN -> isA(Boolean.class, value, "yes or no");
      case DATE -> value.getValue() instanceof Date ? Optional.empty() : text(value.getValue());
      case JSON -> json(value);
      case FILE -> file(value);
    };
  }

  private static Optional<String> isNo(String what) {
    return Optional.of("is no " + what);
  }

  private static Optional<String> isA(Class<?> type, TypedValue value, String what) {
    return value instanceof SerializableValue || !isNullOr(type, value.getValue())
        ? isNo(what)
        : Optional.empty();
  }

  private static boolean isNullOr(Class<?> type, Object value) {
    return value == null || type.isInstance(value);
  }

  private static Optional<String> text(Object value) {
    if (!isNullOr(String.class, value)) {
      return isNo("text");
    }
    return value != null && hasNul((String) value) ? unstorable() : Optional.empty();
  }

  /** PostgreSQL stores every character except this one. */
  private static boolean hasNul(String text) {
    return text.indexOf('\0') != -1;
  }

  private static Optional<String> unstorable() {
    return Optional.of("contains a character that cannot be stored (NUL)");
  }

  private static Optional<String> json(TypedValue value) {
    String text;
    if (value instanceof JsonValue json) {
      text = json.getValueSerialized();
    } else if (!(value instanceof SerializableValue)
        && value.getValue() instanceof SpinJsonNode node) {
      text = node.toString();
    } else {
      return isNo("JSON object");
    }
    try {
      var read = text == null ? null : JSON.readTree(text);
      if (read == null || !read.isObject()) {
        return isNo("JSON object");
      }
      if (hasEmptyElement(read)) {
        return Optional.of("contains a list with an empty element");
      }
      return text.contains("\\u0000") || hasNul(text) ? unstorable() : Optional.empty();
    } catch (JsonProcessingException e) {
      return isNo("JSON object");
    }
  }

  private static boolean hasEmptyElement(JsonNode json) {
    return json.isArray() && json.valueStream().anyMatch(JsonNode::isNull)
        || json.valueStream().anyMatch(FormField::hasEmptyElement);
  }

  private Optional<String> file(TypedValue value) {
    if (!(value instanceof FileValue file)) {
      return value.getValue() == null && !(value instanceof SerializableValue)
          ? Optional.empty()
          : isNo("file");
    }
    if (file.getFilename() == null || hasNul(file.getFilename())) {
      return isNo("file with a name");
    }
    return size(file) > largestFile
        ? Optional.of("has more than %,d bytes".formatted(largestFile))
        : Optional.empty();
  }

  private static long size(FileValue file) {
    try (InputStream content = file.getValue()) {
      return content == null ? 0 : content.available();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
