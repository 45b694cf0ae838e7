package com.customerfocus.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Learns of each database failure. H2 closes a database whose disk is full, for good for the open
 * connections: these leave the pool, and a new connection opens the database again once it is
 * possible.
 */
@Component
class DatabaseFailureListener implements BeanPostProcessor {

  /** The last failed write, until a write succeeds. */
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

  /** Message of the database's last failure. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble.get());
  }

  void worksAgain() {
    trouble.set(null);
  }

  /** Called by the pool for each failure of a connection. */
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
