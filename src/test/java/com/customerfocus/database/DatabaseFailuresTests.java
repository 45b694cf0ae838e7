package com.customerfocus.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.AggregatedBatchUpdateException;

/** Distinguishes an unavailable database from a failed statement. */
class DatabaseFailuresTests {

  @ParameterizedTest
  @CsvSource({
    "90098, true",
    "90121, true",
    "08006, true",
    "53100, true",
    "57P01, true",
    "23505, false"
  })
  void theStateTells(String state, boolean away) {
    assertThat(DatabaseFailures.isAway(new SQLException("x", state))).isEqualTo(away);
  }

  @Test
  void aBatchThatSpringSumsUpTells() {
    var batch =
        new AggregatedBatchUpdateException(
            new int[0][], new BatchUpdateException("closed", "90098", 90098, new int[0]));

    assertThat(DatabaseFailures.isAway(new DataAccessResourceFailureException("x", batch)))
        .isTrue();
  }
}
