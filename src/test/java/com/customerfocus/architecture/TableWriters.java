package com.customerfocus.architecture;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads from SQL which tables there are, and which of them a source writes. */
final class TableWriters {

  private static final Pattern CREATE =
      Pattern.compile("(?i)\\bcreate\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");
  private static final Pattern WRITE =
      Pattern.compile(
          "(?i)\\b(?:insert\\s+into|(?<!for\\s)update|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?)\\s+(\\w+)");

  private TableWriters() {}

  /** Tables that a changeset creates. */
  static Set<String> created(String sql) {
    return names(CREATE, sql);
  }

  /** Tables that SQL writes; other words that follow such a verb are among them. */
  static Set<String> written(String sql) {
    return names(WRITE, sql);
  }

  /** Tables that SQL in the strings of a Java source writes. */
  static Set<String> writtenBy(String source) {
    return written(String.join(" ", Sources.strings(source)));
  }

  private static Set<String> names(Pattern pattern, String sql) {
    return pattern
        .matcher(sql)
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
