package com.customerfocus.database;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whether the database accepts writes: with a full disk it may still answer reads. After a failed
 * write each health check tries one, until it succeeds.
 */
@Component
class StorageHealthIndicator extends AbstractHealthIndicator {

  /** Changes no value, but is a write. */
  private static final String WRITE = "update DATABASECHANGELOGLOCK set LOCKED = LOCKED";

  private final DatabaseFailureListener watch;
  private final JdbcTemplate jdbc;

  StorageHealthIndicator(DatabaseFailureListener watch, JdbcTemplate jdbc) {
    this.watch = watch;
    this.jdbc = jdbc;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var trouble = watch.trouble();
    if (trouble.isPresent()) {
      try {
        jdbc.update(WRITE);
        watch.worksAgain();
      } catch (DataAccessException | TransactionException e) {
        health
            .down()
            .withDetail(
                "trouble",
                "The database cannot write (%s). Make room on its disk, or bring it back: the"
                        .formatted(trouble.get())
                    + " program goes on by itself.");
        return;
      }
    }
    health.up();
  }
}
