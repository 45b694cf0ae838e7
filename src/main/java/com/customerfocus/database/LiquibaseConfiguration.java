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

/** The tables of the engine and ours, made and changed by Liquibase under the name it expects. */
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
   * Liquibase makes its own tables before it takes its lock, and its lock outlives a node that is
   * killed. So nodes that start at once on PostgreSQL wait for each other by a lock that ends with
   * the connection; an H2 database has one node. Whoever is here is the only one, and a lock that
   * Liquibase finds is a dead node's.
   */
  private static class OneNodeAtATime extends SpringLiquibase {

    /** Any number that nothing else on the database server locks. */
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
