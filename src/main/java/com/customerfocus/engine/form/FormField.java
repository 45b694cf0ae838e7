package com.customerfocus.engine.form;

import com.customerfocus.support.Sentence;
import com.customerfocus.support.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Map;
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

  /** What is wrong with the value, to be read after the variable's name; empty when it fits. */
  Optional<Sentence> problem(Object sent) {
    var value = sent instanceof TypedValue typed ? typed : Variables.untypedValue(sent);
    return switch (kind) {
      case TEXT ->
          value instanceof SerializableValue
              ? wrong("refusal.form.no-text")
              : text(value.getValue());
      case NUMBER -> isA(Number.class, value, "refusal.form.no-number");
      case BOOLEAN -> isA(Boolean.class, value, "refusal.form.no-yes-or-no");
      case DATE -> value.getValue() instanceof Date ? Optional.empty() : text(value.getValue());
      case JSON -> json(value);
      case FILE -> file(value);
    };
  }

  private static Optional<Sentence> wrong(String key) {
    return Optional.of(new Sentence(key));
  }

  private static Optional<Sentence> isA(Class<?> type, TypedValue value, String key) {
    return value instanceof SerializableValue || !isNullOr(type, value.getValue())
        ? wrong(key)
        : Optional.empty();
  }

  private static boolean isNullOr(Class<?> type, Object value) {
    return value == null || type.isInstance(value);
  }

  private static Optional<Sentence> text(Object value) {
    if (!isNullOr(String.class, value)) {
      return wrong("refusal.form.no-text");
    }
    return value != null && !Texts.isStorable((String) value) ? unstorable() : Optional.empty();
  }

  private static Optional<Sentence> unstorable() {
    return wrong("refusal.form.nul");
  }

  private static Optional<Sentence> json(TypedValue value) {
    String text;
    if (value instanceof JsonValue json) {
      text = json.getValueSerialized();
    } else if (!(value instanceof SerializableValue)
        && value.getValue() instanceof SpinJsonNode node) {
      text = node.toString();
    } else {
      return wrong("refusal.form.no-json");
    }
    try {
      var read = text == null ? null : JSON.readTree(text);
      if (read == null || !read.isObject()) {
        return wrong("refusal.form.no-json");
      }
      if (hasEmptyElement(read)) {
        return wrong("refusal.form.empty-element");
      }
      return isStorable(read) ? Optional.empty() : unstorable();
    } catch (JsonProcessingException e) {
      return wrong("refusal.form.no-json");
    }
  }

  private static boolean isStorable(JsonNode json) {
    return (!json.isTextual() || Texts.isStorable(json.textValue()))
        && json.propertyStream().map(Map.Entry::getKey).allMatch(Texts::isStorable)
        && json.valueStream().allMatch(FormField::isStorable);
  }

  private static boolean hasEmptyElement(JsonNode json) {
    return json.isArray() && json.valueStream().anyMatch(JsonNode::isNull)
        || json.valueStream().anyMatch(FormField::hasEmptyElement);
  }

  private Optional<Sentence> file(TypedValue value) {
    if (!(value instanceof FileValue file)) {
      return value.getValue() == null && !(value instanceof SerializableValue)
          ? Optional.empty()
          : wrong("refusal.form.no-file");
    }
    if (file.getFilename() == null || !Texts.isStorable(file.getFilename())) {
      return wrong("refusal.form.no-file-name");
    }
    return size(file) > largestFile
        ? Optional.of(new Sentence("refusal.form.file-too-large", largestFile))
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
