package com.customerfocus.architecture;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Collects from models, changesets and code the names that outlive a release. */
final class StoredNames {

  private static final Path CODE = Path.of("src/main/java");
  private static final Path CHANGESETS = Path.of("src/main/resources/db");
  private static final String ROOT = "com.customerfocus";

  private final Map<String, Collection<String>> names = new TreeMap<>();

  private StoredNames() {}

  /** The names of the program, a line each, below a line with the kind of name. */
  static String ofTheProgram() {
    var found = new StoredNames();
    var models = Sources.in(Path.of("processes"), ".bpmn").values();
    found.add("process keys", models, "<bpmn:process id=\"([^\"]+)\"");
    found.add("messages", models, "<bpmn:message [^>]*name=\"([^\"]+)\"");
    found.add("error and escalation codes", models, "(?:errorCode|escalationCode)=\"([^\"]+)\"");
    var tables = Sources.in(Path.of("processes"), ".dmn").values();
    found.add("decisions", tables, "<decision id=\"([^\"]+)\"");
    found.add("columns of decisions", tables, "<output [^>]*name=\"([^\"]+)\"");
    found.add("columns of decisions", tables, "<inputExpression[^>]*>\\s*<text>([^<]+)</text>");
    found.add("beans of models", models, "delegateExpression=\"[$#]\\{(\\w+)");
    found.add("forms", models, "camunda:form(?:Ref|Key)=\"([^\"]+)\"");
    found.add("variables", models, "camunda:initiator=\"([^\"]+)\"");

    var code = Sources.in(CODE, ".java").values();
    found.add("variables", code, "\\bVariable\\.(?:of|json)\\(\\s*\"([^\"]+)\"");
    code.forEach(found::addVariablesOfTasks);
    found.add("kinds of references", code, "new ReferenceKind\\(\\s*\"([^\"]+)\"");
    found.add("kinds of notices", code, "String KIND\\s*=\\s*\"([^\"]+)\"");
    found.add("purposes of signatures", code, "char PURPOSE\\s*=\\s*'(.)'");
    found.add(
        "secrets",
        Sources.in(CODE.resolve("com/customerfocus/link"), ".java").values(),
        "String NAME\\s*=\\s*\"([^\"]+)\"");
    found.add("settings", code, "\\$\\{(customer-focus[.][\\w.-]+)");
    found.add("settings", code, "@ConditionalOnProperty\\(\"(customer-focus[.][\\w.-]+)\"");
    found.addSettings();
    Sources.in(CHANGESETS, ".sql")
        .forEach(
            (file, sql) ->
                Pattern.compile("(?m)^--changeset (\\S+)")
                    .matcher(sql)
                    .results()
                    .forEach(
                        changeset ->
                            found.add(
                                "changesets",
                                "db/" + CHANGESETS.relativize(file) + " " + changeset.group(1))));
    return found.toString();
  }

  private void add(String kind, String name) {
    names.computeIfAbsent(kind, it -> new TreeSet<>()).add(name);
  }

  private void add(String kind, Collection<String> sources, String pattern) {
    var group = Pattern.compile(pattern);
    names.computeIfAbsent(kind, it -> new TreeSet<>());
    sources.stream()
        .flatMap(source -> group.matcher(source).results())
        .forEach(found -> add(kind, found.group(1)));
  }

  /** Variables that the engine's room sets itself, by a constant of the same class. */
  private void addVariablesOfTasks(String source) {
    Pattern.compile("\\bsetVariable(?:Local)?\\(([A-Z_]+),")
        .matcher(source)
        .results()
        .forEach(
            use ->
                add(
                    "variables",
                    List.of(source),
                    "String %s\\s*=\\s*\"([^\"]+)\"".formatted(use.group(1))));
  }

  private void addSettings() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (var bean : scanner.findCandidateComponents(ROOT)) {
      var type = ClassUtils.resolveClassName(bean.getBeanClassName(), null);
      addSettings(type.getAnnotation(ConfigurationProperties.class).value(), type);
    }
  }

  private void addSettings(String prefix, Class<?> type) {
    for (var component : type.getRecordComponents()) {
      var name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
      var isMap = Map.class.isAssignableFrom(component.getType());
      var isList = List.class.isAssignableFrom(component.getType());
      var value = isMap || isList ? valueOf(component.getGenericType()) : component.getType();
      var key = isMap ? name + ".*" : name;
      if (value.isRecord() && value.getName().startsWith(ROOT)) {
        addSettings(key, value);
      } else {
        add("settings", key);
      }
    }
  }

  /** What a map has for each key, or a list in each place. */
  private static Class<?> valueOf(Type collection) {
    var types = ((ParameterizedType) collection).getActualTypeArguments();
    var value = types[types.length - 1];
    return value instanceof Class<?> type ? type : Object.class;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    names.forEach(
        (kind, all) -> {
          text.append('[').append(kind).append("]\n");
          all.forEach(name -> text.append(name).append('\n'));
        });
    return text.toString();
  }
}
