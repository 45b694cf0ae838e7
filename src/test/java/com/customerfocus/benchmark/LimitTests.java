package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.OrganizationService;
import com.customerfocus.testing.Cascading;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

@CustomerFocusTest
class LimitTests {

  private final OrganizationService organization;
  private final Cascading cascading;
  private final JdbcTemplate jdbc;

  @Autowired
  LimitTests(OrganizationService organization, Cascading cascading, JdbcTemplate jdbc) {
    this.organization = organization;
    this.cascading = cascading;
    this.jdbc = jdbc;
  }

  @Test
  void everybodysReceiptAndNoticeAreWrittenAndNothingOfThemIsLeft() {
    var people = Company.tree(3, 2).importInto(organization).people() - 1;
    var cascade = cascading.launchAndRelease("p0", "reviewer");
    var before = tables();

    var limit = new Limit(jdbc);

    assertThat(limit.receipts(cascade).rows()).isEqualTo(people);
    assertThat(limit.notices(cascade).rows()).isEqualTo(people);
    assertThat(limit.receipts(cascade).seconds()).isPositive();
    assertThat(tables()).isEqualTo(before);
    assertThat(cascading.count("select count(*) from receipt")).isEqualTo(people);
    assertThat(cascading.count("select count(*) from notice where kind = 'memo-arrived'")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"receipt", "notice"})
  void whatIsWrittenToHasEveryIndexAndForeignKeyThatOursHas(String table) {
    var copy = new Limit(jdbc).emptyCopyOf(table);

    assertThat(indexesAndKeys(copy)).isEqualTo(indexesAndKeys(table)).hasSizeGreaterThan(1);
    jdbc.execute("drop table " + copy);
  }

  private Set<String> tables() {
    return metaData(
        (data, found) -> {
          var tables = data.getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"});
          addAll(tables, found, "TABLE_NAME");
        });
  }

  /** Columns of each index and foreign key, without the names of these. */
  private Set<String> indexesAndKeys(String table) {
    return metaData(
        (data, found) -> {
          var name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
          var indexes = data.getIndexInfo(null, null, name, false, true);
          addAll(indexes, found, "NON_UNIQUE", "ORDINAL_POSITION", "COLUMN_NAME");
          var keys = data.getImportedKeys(null, null, name);
          addAll(keys, found, "FKCOLUMN_NAME", "PKTABLE_NAME", "PKCOLUMN_NAME");
        });
  }

  private interface Look {
    void at(DatabaseMetaData data, Set<String> found) throws SQLException;
  }

  private Set<String> metaData(Look look) {
    return jdbc.execute(
        (ConnectionCallback<Set<String>>)
            connection -> {
              var found = new TreeSet<String>();
              look.at(connection.getMetaData(), found);
              return found;
            });
  }

  private static void addAll(ResultSet rows, Set<String> found, String... columns)
      throws SQLException {
    try (rows) {
      while (rows.next()) {
        var row = new StringBuilder();
        for (var column : columns) {
          row.append(rows.getString(column)).append(' ');
        }
        found.add(row.toString());
      }
    }
  }
}
