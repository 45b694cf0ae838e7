package com.customerfocus.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What customers choose about contact is written by their own acts only. */
class ConsentTests {

  private static final Pattern UPDATE =
      Pattern.compile(
          "update\\s+customer\\s+set(?:(?!\\bwhere\\b)[^;])*?"
              + "\\b(contact|by_post|chosen_language)\\b\\s*[=,)]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INSERT =
      Pattern.compile(
          "insert\\s+into\\s+customer(_choice\\b|\\s*\\([^)]*\\b(contact|by_post|chosen_language)\\b)",
          Pattern.CASE_INSENSITIVE);

  @Test
  void onlyChoicesOfCustomersWriteConsent() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .filteredOn(ConsentTests::writesConsent)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("ContactChoices.java");
    }
  }

  private static boolean writesConsent(Path file) {
    try {
      var code = Files.readString(file);
      return UPDATE.matcher(code).find() || INSERT.matcher(code).find();
    } catch (IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
