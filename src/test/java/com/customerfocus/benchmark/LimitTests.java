package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.OrganizationService;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  private final CascadeSteps cascadeSteps;
  private final JdbcTemplate jdbc;

  @Autowired
  LimitTests(OrganizationService organization, CascadeSteps cascadeSteps, JdbcTemplate jdbc) {
    this.organization = organization;
    this.cascadeSteps = cascadeSteps;
    this.jdbc = jdbc;
  }

  @Test
  void allReceiptsAndNoticesAreWrittenAndRemoved() {
    var people = Company.tree(3, 2).importInto(organization).people() - 1;
    var cascade = cascadeSteps.launchAndRelease("p0", "reviewer");
    var before = tables();

    var limit = new Limit(jdbc);

    assertThat(limit.receipts(cascade).rows()).isEqualTo(people);
    assertThat(limit.notices(cascade).rows()).isEqualTo(people);
    assertThat(tables()).isEqualTo(before);
    assertThat(cascadeSteps.count("select count(*) from receipt")).isEqualTo(people);
    assertThat(cascadeSteps.count("select count(*) from notice where kind = 'memo-arrived'"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"receipt", "notice"})
  void whatIsWrittenToHasEveryIndexAndForeignKeyThatOursHas(String table) {
    var copy = new Limit(jdbc).emptyCopyOf(table);
    try {
      assertThat(indexesAndKeys(copy)).isEqualTo(indexesAndKeys(table)).hasSizeGreaterThan(1);
    } finally {
      jdbc.execute("drop table " + copy);
    }
  }

  private Set<String> tables() {
    return metaData(
        data -> {
          var tables = data.getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"});
          return Set.copyOf(grouped(tables, "TABLE_NAME", "TABLE_NAME").values());
        });
  }

  /** Columns of each index and foreign key, without the names of these. */
  private Set<String> indexesAndKeys(String table) {
    return metaData(
        data -> {
          var name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
          var indexes = data.getIndexInfo(null, null, name, false, true);
          var keys = data.getImportedKeys(null, null, name);
          var found = new TreeSet<String>();
          found.addAll(grouped(indexes, "INDEX_NAME", "NON_UNIQUE", "COLUMN_NAME").values());
          found.addAll(
              grouped(keys, "FK_NAME", "FKCOLUMN_NAME", "PKTABLE_NAME", "PKCOLUMN_NAME").values());
          return found;
        });
  }

  private interface Look {
    Set<String> at(DatabaseMetaData data) throws SQLException;
  }

  private Set<String> metaData(Look look) {
    return jdbc.execute(
        (ConnectionCallback<Set<String>>) connection -> look.at(connection.getMetaData()));
  }

  /** By a name, what the rows of that name say one after the other. */
  private static Map<String, String> grouped(ResultSet rows, String name, String... columns)
      throws SQLException {
    var grouped = new TreeMap<String, String>();
    try (rows) {
      while (rows.next()) {
        for (var column : columns) {
          grouped.merge(rows.getString(name), rows.getString(column), (a, b) -> a + " " + b);
        }
      }
    }
    return grouped;
  }
}
