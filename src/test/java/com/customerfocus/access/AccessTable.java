package com.customerfocus.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The tables below the heading "Roles and actions" of {@code src/docs/access.md}.
 *
 * @param cells action, role: yes, no or own
 */
record AccessTable(List<String> roles, Map<String, Map<String, String>> cells) {

  private static final Path DOCUMENT = Path.of("src/docs/access.md");
  private static final String HEADING = "## Roles and actions";

  static AccessTable read() {
    List<String> roles = List.of();
    var cells = new LinkedHashMap<String, Map<String, String>>();
    for (var row : rows()) {
      if (row.get(0).equals("action")) {
        roles = row.subList(1, row.size());
      } else if (!row.get(0).startsWith("--")) {
        if (row.size() != roles.size() + 1) {
          throw new IllegalStateException("Not a cell for each role: " + row);
        }
        if (cells.put(row.get(0), cells(roles, row)) != null) {
          throw new IllegalStateException("Twice in the table: " + row.get(0));
        }
      }
    }
    return new AccessTable(roles, cells);
  }

  private static Map<String, String> cells(List<String> roles, List<String> row) {
    var cells = new LinkedHashMap<String, String>();
    IntStream.range(0, roles.size()).forEach(i -> cells.put(roles.get(i), row.get(i + 1)));
    return cells;
  }

  private static List<List<String>> rows() {
    try {
      return Files.readAllLines(DOCUMENT).stream()
          .dropWhile(line -> !line.equals(HEADING))
          .skip(1)
          .takeWhile(line -> !line.startsWith("## "))
          .filter(line -> line.startsWith("|"))
          .map(
              line ->
                  Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                      .map(String::strip)
                      .toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
