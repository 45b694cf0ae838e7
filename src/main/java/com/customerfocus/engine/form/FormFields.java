package com.customerfocus.engine.form;

import com.customerfocus.engine.form.FormField.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The variables that a form sets, by name: a Camunda Form by its components, an embedded form by
 * its {@code cam-variable-name} and {@code cam-variable-type}.
 *
 * @param choices variables with which people say what they want to do: those of required radio
 *     buttons that are always shown, and those of embedded forms that are lists or have the
 *     attribute {@code data-choice}
 */
record FormFields(Map<String, FormField> byName, Set<String> choices) {

  static final FormFields NONE = new FormFields(Map.of(), Set.of());

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Tasklist's limit for file fields without one of their own: 5 MB. */
  private static final String LARGEST_FILE = "5000000";

  /**
   * @throws IllegalArgumentException when the form cannot be parsed
   */
  static FormFields read(byte[] form) {
    var text = new String(form, StandardCharsets.UTF_8);
    return text.stripLeading().startsWith("{") ? ofCamundaForm(text) : ofEmbeddedForm(text);
  }

  private static FormFields ofCamundaForm(String form) {
    var fields = new HashMap<String, FormField>();
    var choices = new HashSet<String>();
    try {
      addComponents(JSON.readTree(form), fields, choices);
    } catch (IOException e) {
      throw new IllegalArgumentException("The form is no JSON", e);
    }
    return new FormFields(Map.copyOf(fields), Set.copyOf(choices));
  }

  private static void addComponents(
      JsonNode parent, Map<String, FormField> fields, Set<String> choices) {
    for (var component : parent.path("components")) {
      var path = component.path("path").asText("");
      if (!path.isEmpty()) {
        // Fields of a group with a path arrive as one object.
        fields.put(path, FormField.of(Kind.JSON));
        if (hasChoice(component)) {
          choices.add(path);
        }
      } else if (component.has("components")) {
        addComponents(component, fields, choices);
      } else if (component.hasNonNull("key") && !component.path("disabled").asBoolean()) {
        fields.put(component.path("key").asText(), FormField.of(kind(component)));
        if (isChoice(component)) {
          choices.add(component.path("key").asText());
        }
      }
    }
  }

  private static boolean hasChoice(JsonNode group) {
    return group
        .path("components")
        .valueStream()
        .anyMatch(component -> isChoice(component) || hasChoice(component));
  }

  private static boolean isChoice(JsonNode component) {
    return component.path("type").asText().equals("radio")
        && component.path("validate").path("required").asBoolean()
        && !component.has("conditional");
  }

  /**
   * Whether it leaves out what the person has to choose, so that a value which the instance has
   * would be taken for their choice.
   *
   * @param isSet whether the instance has a variable of this name
   */
  boolean lacksChoice(Map<String, Object> sent, Predicate<String> isSet) {
    return choices.stream().anyMatch(name -> !sent.containsKey(name) && isSet.test(name));
  }

  private static Kind kind(JsonNode component) {
    var type = component.path("type").asText();
    return switch (type) {
      case "textfield", "textarea", "radio", "select", "datetime" -> Kind.TEXT;
      case "number" -> Kind.NUMBER;
      case "checkbox" -> Kind.BOOLEAN;
      default ->
          throw new IllegalArgumentException(
              "Fields of type %s are known within a group only".formatted(type));
    };
  }

  private static FormFields ofEmbeddedForm(String form) {
    var fields = new HashMap<String, FormField>();
    var choices = new HashSet<String>();
    for (var input : Jsoup.parse(form).select("[cam-variable-name]")) {
      fields.put(input.attr("cam-variable-name"), field(input));
      if (input.normalName().equals("select") || input.hasAttr("data-choice")) {
        choices.add(input.attr("cam-variable-name"));
      }
    }
    return new FormFields(Map.copyOf(fields), Set.copyOf(choices));
  }

  private static FormField field(Element input) {
    var type = input.attr("cam-variable-type");
    return switch (type) {
      case "String" -> FormField.of(Kind.TEXT);
      case "Integer", "Long", "Short", "Double" -> FormField.of(Kind.NUMBER);
      case "Boolean" -> FormField.of(Kind.BOOLEAN);
      case "Date" -> FormField.of(Kind.DATE);
      case "Json" -> FormField.of(Kind.JSON);
      case "File", "Bytes" -> FormField.file(largestFile(input));
      default ->
          throw new IllegalArgumentException("Fields of type %s are not known".formatted(type));
    };
  }

  private static long largestFile(Element input) {
    var largest = input.attr("cam-max-filesize");
    return Long.parseLong(largest.isEmpty() ? LARGEST_FILE : largest);
  }
}
