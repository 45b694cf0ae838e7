package com.customerfocus.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Constraints on a record say nothing unless the record is checked. */
class InputsTests {

  private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)\\(([^{]*)\\{");
  private static final Pattern CHECK =
      Pattern.compile("\\bInputs\\s*\\.(?:check|violations)\\((?:new )?(\\w+)");

  @Test
  void everyRecordWithConstraintsIsChecked() throws IOException {
    var constrained = new TreeSet<String>();
    var checked = new TreeSet<String>();
    for (var source : sources()) {
      if (source.contains("import jakarta.validation.constraints.")) {
        RECORD
            .matcher(source)
            .results()
            .filter(it -> it.group(2).contains("@"))
            .forEach(it -> constrained.add(it.group(1)));
      }
      CHECK.matcher(source).results().forEach(it -> checked.addAll(types(it.group(1), source)));
    }
    assertThat(constrained).hasSizeGreaterThan(6);
    assertThat(checked).containsAll(constrained);
  }

  /** Of what stands in the call: a type, {@code this}, or a variable of the source. */
  private static List<String> types(String argument, String source) {
    if (Character.isUpperCase(argument.charAt(0))) {
      return List.of(argument);
    }
    var declared =
        "this".equals(argument)
            ? Pattern.compile("\\bpublic record (\\w+)")
            : Pattern.compile("\\b([A-Z]\\w*) " + argument + "\\b");
    return declared.matcher(source).results().map(it -> it.group(1)).toList();
  }

  private static List<String> sources() throws IOException {
    var sources = new ArrayList<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }
}
