package com.customerfocus.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sources of classes, for what compiled classes do not show. */
final class Sources {

  private static final List<Path> ROOTS =
      Stream.of("main", "test", "benchmark").map(set -> Path.of("src", set, "java")).toList();
  private static final Map<Path, Map<Path, String>> TEXTS = new ConcurrentHashMap<>();

  /** Comments first, since they may contain quotation marks. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\""
              + "|'(\\\\.|[^'\\\\\\n])+'");

  private Sources() {}

  static String of(JavaClass type) {
    return texts(root(type)).get(root(type).resolve(file(type)));
  }

  /** Whether a source of another package imports the class. */
  static boolean importElsewhere(JavaClass type) {
    var itsImport =
        Pattern.compile("(?m)^import (static )?" + Pattern.quote(type.getName()) + "[;.]");
    var home = Path.of(file(type)).getParent();
    return ROOTS.stream()
        .flatMap(root -> texts(root).entrySet().stream())
        .filter(source -> !source.getKey().getParent().endsWith(home))
        .anyMatch(source -> itsImport.matcher(source.getValue()).find());
  }

  private static Path root(JavaClass type) {
    return ROOTS.stream()
        .filter(root -> Files.exists(root.resolve(file(type))))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no source of " + type.getName()));
  }

  private static String file(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
  }

  /** Strings of a Java source, without their quotation marks; those in comments do not count. */
  static List<String> strings(String source) {
    return TOKEN
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .filter(token -> token.startsWith("\""))
        .map(token -> token.replaceAll("^\"+|\"+$", ""))
        .toList();
  }

  private static Map<Path, String> texts(Path root) {
    return TEXTS.computeIfAbsent(root, it -> in(it, ".java"));
  }

  /** Texts of all files with this ending below the folder. */
  static Map<Path, String> in(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .collect(Collectors.toMap(file -> file, Sources::text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
