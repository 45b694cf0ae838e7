package com.customerfocus.organization.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The demo's organization, whose values have no commas. */
class DemoFile {

  private final List<String> columns;
  private final List<Map<String, String>> rows = new ArrayList<>();

  DemoFile() throws IOException {
    var lines =
        new ClassPathResource("demo/organization.csv")
            .getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .toList();
    columns = List.of(lines.get(0).split(","));
    for (var line : lines.subList(1, lines.size())) {
      var values = Arrays.asList(line.split(",", -1));
      var row = new LinkedHashMap<String, String>();
      columns.forEach(column -> row.put(column, values.get(columns.indexOf(column))));
      rows.add(row);
    }
  }

  List<String> column(String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  Map<String, String> last() {
    return rows.get(rows.size() - 1);
  }

  Map<String, String> row(String id) {
    return rows.stream().filter(row -> row.get("employee id").equals(id)).findFirst().orElseThrow();
  }

  void fill(String column, String value) {
    rows.forEach(row -> row.put(column, value));
  }

  /** Each row gets the value of the row above, the first that of the last. */
  void slip(String column) {
    var values = column(column);
    for (var i = 0; i < rows.size(); i++) {
      rows.get(i).put(column, values.get((i + rows.size() - 1) % rows.size()));
    }
  }

  String text() {
    var text = new StringBuilder(String.join(",", columns)).append('\n');
    rows.forEach(row -> text.append(String.join(",", row.values())).append('\n'));
    return text.toString();
  }
}
