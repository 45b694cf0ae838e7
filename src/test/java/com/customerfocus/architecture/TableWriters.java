package com.customerfocus.architecture;

import java.util.HashSet;
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

  /** SQL whose table is filled in elsewhere. */
  private static final Pattern WRITE_BY_NAME =
      Pattern.compile(
          "(?i)\\b(?:insert\\s+into|(?<!for\\s)update|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?)\\s+[%$?:{]");

  /** The table that a subclass of {@link #SHARED_WRITER} has it write. */
  private static final Pattern NAMED =
      Pattern.compile("\\bextends\\s+ReviewedFileRecords\\b(?s:.*?)\\bsuper\\(\\s*\"(\\w+)\"");

  /** The one class that writes a table by its name, which subclasses in the tables' rooms give. */
  static final String SHARED_WRITER = "ReviewedFileRecords.java";

  private TableWriters() {}

  /** Tables that a changeset creates. */
  static Set<String> created(String sql) {
    return names(CREATE, sql);
  }

  /** Tables that SQL writes; other words that follow such a verb are among them. */
  static Set<String> written(String sql) {
    return names(WRITE, sql);
  }

  /** Tables that SQL in the strings of a Java source writes, or that it has written by name. */
  static Set<String> writtenBy(String source) {
    var tables = new HashSet<>(written(String.join(" ", Sources.strings(source))));
    tables.addAll(names(NAMED, source));
    return tables;
  }

  /** Whether SQL in the strings of a Java source writes a table that is filled in elsewhere. */
  static boolean writesByName(String source) {
    return WRITE_BY_NAME.matcher(String.join(" ", Sources.strings(source))).find();
  }

  private static Set<String> names(Pattern pattern, String sql) {
    return pattern
        .matcher(sql)
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
