package com.customerfocus.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A form of a task or start event: a Camunda Form, or embedded HTML for what a Camunda Form cannot
 * do.
 *
 * @param id of a Camunda Form; of embedded HTML the file's name
 * @param variables the process variables it shows, offers as choices or submits
 */
public record Form(String fileName, String id, Set<String> variables) {

  static final String CAMUNDA_FORM = ".form";
  static final String EMBEDDED = ".html";

  /** Attributes of embedded HTML with names of process variables. */
  private static final Pattern NAMED_IN_HTML =
      Pattern.compile("cam-variable-name=\"(.*?)\"|\\.fetchVariable\\('(.*?)'\\)");

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  /** Names within a loop are those of the items. */
  private static final Pattern LOOP_BODY =
      Pattern.compile("(\\{\\{#loop.*?}}).*?(\\{\\{/loop}})", Pattern.DOTALL);

  /** The forms in a folder, by name. */
  public static List<Form> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(form|html)"))
          .sorted()
          .map(file -> parse(file.getFileName().toString(), read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Form parse(String fileName, String text) {
    return fileName.endsWith(EMBEDDED) ? embedded(fileName, text) : camundaForm(fileName, text);
  }

  private static Form embedded(String fileName, String text) {
    var variables = new TreeSet<String>();
    var names = NAMED_IN_HTML.matcher(text);
    while (names.find()) {
      variables.add(names.group(1) == null ? names.group(2) : names.group(1));
    }
    return new Form(fileName, fileName.replace(EMBEDDED, ""), variables);
  }

  private static Form camundaForm(String fileName, String text) {
    try {
      var json = new ObjectMapper().readTree(text);
      var variables = new TreeSet<String>();
      collect(json.path("components"), "", variables);
      return new Form(fileName, json.path("id").asText(), variables);
    } catch (IOException e) {
      throw new IllegalArgumentException(fileName + " is no JSON", e);
    }
  }

  boolean isEmbedded() {
    return fileName.endsWith(EMBEDDED);
  }

  private static void collect(JsonNode components, String above, Set<String> variables) {
    for (var component : components) {
      var path = join(above, component.path("path").asText(""));
      var key = join(above, component.path("key").asText(""));
      if (component.has("key")) {
        variables.add(key.split("\\.")[0]);
      } else if (!path.isEmpty()) {
        variables.add(path.split("\\.")[0]);
      }
      if (component.hasNonNull("valuesKey")) {
        variables.add(component.get("valuesKey").asText().split("\\.")[0]);
      }
      expressions(component).forEach(text -> variables.addAll(Expressions.feelVariables(text)));
      collect(component.path("components"), path, variables);
    }
  }

  private static String join(String above, String below) {
    return above.isEmpty() || below.isEmpty() ? above + below : above + "." + below;
  }

  /** Computed parts of the component: values with an equals sign first, and its templates. */
  private static List<String> expressions(JsonNode component) {
    var expressions = new ArrayList<String>();
    component
        .fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().equals("components")) {
                addExpressions(field.getValue(), expressions);
              }
            });
    return expressions;
  }

  private static void addExpressions(JsonNode value, List<String> expressions) {
    if (value.isContainerNode()) {
      value.forEach(inner -> addExpressions(inner, expressions));
    } else if (value.asText().startsWith("=")) {
      expressions.add(value.asText().substring(1));
    } else if (value.isTextual()) {
      var template = TEMPLATE.matcher(LOOP_BODY.matcher(value.asText()).replaceAll("$1$2"));
      while (template.find()) {
        expressions.add(template.group(1).replaceFirst("^\\s*([#/](if|loop)|/)", ""));
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's name, for test reports. */
  @Override
  public String toString() {
    return fileName;
  }
}
