package com.customerfocus.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Liquibase for the tables of the engine and ours, under the bean name that the engine expects. */
@Configuration(proxyBeanMethods = false)
class LiquibaseConfiguration {

  @Bean
  SpringLiquibase liquibase(DataSource database) {
    var liquibase = new OneNodeAtATime();
    liquibase.setDataSource(database);
    liquibase.setChangeLog("classpath:db/changelog.yaml");
    return liquibase;
  }

  /**
   * Serializes nodes that start at the same time by a PostgreSQL advisory lock, which ends with the
   * connection; an H2 database has one node. Liquibase's own lock does not suffice: its tables are
   * created before it, and it outlives a killed node. Since one node only gets here, a Liquibase
   * lock that it finds is a dead node's.
   */
  private static class OneNodeAtATime extends SpringLiquibase {

    /** An arbitrary number, unique on the database server. */
    private static final long LOCK = 7_240_001_861L;

    @Override
    public void afterPropertiesSet() throws LiquibaseException {
      try (var connection = getDataSource().getConnection()) {
        if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
          call(connection, "select pg_advisory_lock(?)");
          try {
            super.afterPropertiesSet();
          } finally {
            call(connection, "select pg_advisory_unlock(?)");
          }
        } else {
          super.afterPropertiesSet();
        }
      } catch (SQLException e) {
        throw new DatabaseException(e);
      }
    }

    @Override
    protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
      liquibase.forceReleaseLocks();
      super.performUpdate(liquibase);
    }

    private static void call(Connection connection, String function) throws SQLException {
      try (var statement = connection.prepareStatement(function)) {
        statement.setLong(1, LOCK);
        statement.execute();
      }
    }
  }
}
