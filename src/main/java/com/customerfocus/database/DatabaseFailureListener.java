package com.customerfocus.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Sees each failure of the database. H2 closes a database whose disk is full and never opens it
 * again for those who are connected: such a connection leaves the pool, and a new one opens the
 * database as soon as it can be.
 */
@Component
class DatabaseFailureListener implements BeanPostProcessor {

  /** The last failure to write, until a write has worked. */
  private final AtomicReference<String> trouble = new AtomicReference<>();

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool) {
      H2File.of(pool.getJdbcUrl()).ifPresent(H2File::prepare);
      if (pool.getJdbcUrl() != null && pool.getJdbcUrl().matches("jdbc:h2:(?!mem:|tcp:|ssl:).*")) {
        pool.setDataSource(new H2Connections(pool));
      }
      pool.setExceptionOverride(new LeaveWhenClosed());
    }
    return bean;
  }

  /** What the database could not do lately, in its own words. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble.get());
  }

  void worksAgain() {
    trouble.set(null);
  }

  /** The pool asks it about each failure of a connection. */
  private class LeaveWhenClosed implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
      if (DatabaseFailures.isAway(failure)) {
        trouble.set(DatabaseFailures.rootOf(failure));
      }
      return DatabaseFailures.isClosed(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
  }
}
