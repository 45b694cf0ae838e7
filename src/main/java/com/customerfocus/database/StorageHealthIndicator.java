package com.customerfocus.database;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the database takes what is written: one whose disk is full may still be read. Once a
 * failure was seen, each question for the health tries a write, until one works.
 */
@Component
class StorageHealthIndicator extends AbstractHealthIndicator {

  /** Changes nothing, and is written all the same. */
  private static final String WRITE = "update DATABASECHANGELOGLOCK set LOCKED = LOCKED";

  private final DatabaseWatch watch;
  private final JdbcTemplate jdbc;

  StorageHealthIndicator(DatabaseWatch watch, JdbcTemplate jdbc) {
    this.watch = watch;
    this.jdbc = jdbc;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    if (watch.trouble().isPresent()) {
      try {
        jdbc.update(WRITE);
        watch.worksAgain();
      } catch (RuntimeException e) {
        health
            .down()
            .withDetail(
                "trouble",
                "The database cannot write (%s). Make room on its disk, or bring it back: the"
                        .formatted(DatabaseFailures.rootOf(e))
                    + " program goes on by itself.");
        return;
      }
    }
    health.up();
  }
}
