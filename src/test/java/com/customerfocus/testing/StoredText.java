package com.customerfocus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds words in the database: in each column of each table, the engine's and ours. */
public final class StoredText {

  private final JdbcTemplate rows;

  public StoredText(JdbcTemplate rows) {
    this.rows = rows;
  }

  /** All tables, in lower case. */
  public Set<String> tables() {
    var tables = new TreeSet<String>();
    names().forEach(name -> tables.add(name.toLowerCase(Locale.ROOT)));
    return tables;
  }

  /**
   * Where one of the words stands, in capitals or not, also inside of bytes.
   *
   * @return such as {@code notice.address}, in lower case
   */
  public Set<String> placesOf(Collection<String> words) {
    var places = new TreeSet<String>();
    for (var table : names()) {
      rows.query(
          "select * from " + (TestDatabase.isPostgres() ? table : "\"" + table + "\""),
          row -> {
            addPlaces(table, row, words, places);
          });
    }
    return places;
  }

  /** Whether a text has one of the words, in capitals or not. */
  public static boolean names(String text, Collection<String> words) {
    var lower = text.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
  }

  private List<String> names() {
    var tables =
        rows.queryForList(
            "select table_name from information_schema.tables where lower(table_schema) = 'public'",
            String.class);
    assertThat(tables).hasSizeGreaterThan(60);
    return tables;
  }

  private static void addPlaces(
      String table, ResultSet row, Collection<String> words, Set<String> places)
      throws SQLException {
    var columns = row.getMetaData();
    for (var column = 1; column <= columns.getColumnCount(); column++) {
      if (names(text(row, column), words)) {
        places.add((table + "." + columns.getColumnName(column)).toLowerCase(Locale.ROOT));
      }
    }
  }

  private static String text(ResultSet row, int column) throws SQLException {
    if (row.getObject(column) == null) {
      return "";
    }
    return switch (row.getMetaData().getColumnType(column)) {
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          new String(row.getBytes(column), StandardCharsets.UTF_8);
      default -> row.getString(column);
    };
  }
}
