package com.customerfocus.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@CustomerFocusTest
class TableStatisticsTests {

  private final JdbcTemplate jdbc;
  private final TableStatistics statistics;

  @Autowired
  TableStatisticsTests(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.statistics = new TableStatistics(jdbc);
  }

  @BeforeEach
  void anEmptyTable() {
    // Autovacuum could run first.
    var onlyHere = TestDatabase.isPostgres() ? " with (autovacuum_enabled = false)" : "";
    jdbc.execute("create table grows (id int)" + onlyHere);
  }

  @AfterEach
  void noTable() {
    jdbc.execute("drop table grows");
  }

  @Test
  @EnabledIf("com.customerfocus.testing.TestDatabase#isPostgres")
  void aTableThatHasGrownIsLookedAt() {
    jdbc.execute("insert into grows select generate_series(1, 1000)");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> statistics.grown().stream().anyMatch(table -> table.endsWith(".grows")));

    statistics.refresh();

    assertThat(rowsByStatistics()).isEqualTo(1000);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> statistics.grown().stream().noneMatch(table -> table.endsWith(".grows")));
  }

  private int rowsByStatistics() {
    return jdbc.queryForObject(
        "select reltuples from pg_class where relname = 'grows'", Integer.class);
  }

  @Test
  @DisabledIf("com.customerfocus.testing.TestDatabase#isPostgres")
  void otherDatabasesLookByThemselves() {
    statistics.refresh();

    assertThat(jdbc.queryForObject("select count(*) from grows", Integer.class)).isZero();
  }
}
