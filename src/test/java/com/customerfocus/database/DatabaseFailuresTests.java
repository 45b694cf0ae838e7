package com.customerfocus.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.customerfocus.support.WithoutMessages;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.AggregatedBatchUpdateException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

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

  @ParameterizedTest
  @CsvSource({
    "55P03, true, false",
    "HYT00, true, false",
    "40001, true, true",
    "40P01, true, true",
    "90131, true, true",
    "57014, false, false",
    "23505, false, false"
  })
  void theStateTellsOfLocksOfOthers(String state, boolean locked, boolean undone) {
    var failure = new IllegalStateException(new SQLException("x", state));
    assertThat(DatabaseFailures.isLockedByOthers(failure)).isEqualTo(locked);
    assertThat(DatabaseFailures.isUndoneByOthers(failure)).isEqualTo(undone);
  }

  /** Spring makes a timeout of the query of it. */
  @Test
  void aLockTimeoutOfH2IsALockOfOthers() {
    var url = "jdbc:h2:mem:locks;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=1";
    var holder = new SingleConnectionDataSource(url, true);
    var other = new SingleConnectionDataSource(url, true);
    try {
      new JdbcTemplate(holder).execute("create table thing (id int); insert into thing values (1)");
      holder.setAutoCommit(false);
      holder.resetConnection();
      new JdbcTemplate(holder).update("update thing set id = 2");
      var failure = catchThrowable(() -> new JdbcTemplate(other).update("update thing set id = 3"));
      assertThat(failure).isInstanceOf(QueryTimeoutException.class);
      assertThat(DatabaseFailures.isLockedByOthers(failure)).isTrue();
    } finally {
      new JdbcTemplate(holder).execute("shutdown");
      holder.destroy();
      other.destroy();
    }
  }

  @Test
  void aFailureThatTheLogShowsWithoutItsMessagesTells() {
    var failure =
        new IllegalStateException(
            "JDBC rollback failed", new SQLException("Connection is closed", "HY000"));

    assertThat(DatabaseFailures.isAway(WithoutMessages.of(failure))).isTrue();
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
