package com.customerfocus.engine;

import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of the engine and ours, made and changed by Liquibase under the name it expects. */
@Configuration(proxyBeanMethods = false)
class Schema {

  @Bean
  SpringLiquibase liquibase(DataSource database) {
    var liquibase = new PatientLiquibase();
    liquibase.setDataSource(database);
    liquibase.setChangeLog("classpath:db/changelog.yaml");
    return liquibase;
  }

  /**
   * Liquibase makes its own two tables before it takes its lock, so that of several nodes that
   * start at once on an empty database all but one may find them made a moment before. That one has
   * them then, and takes the lock as always.
   */
  private static class PatientLiquibase extends SpringLiquibase {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final int TRIES = 4;

    @Override
    public void afterPropertiesSet() throws LiquibaseException {
      for (int tries = 1; ; tries++) {
        try {
          super.afterPropertiesSet();
          return;
        } catch (LiquibaseException e) {
          if (tries == TRIES || !isMadeByAnotherNode(e)) {
            throw e;
          }
          LOG.info("Another node is making the tables at this moment; trying again");
        }
      }
    }

    private static boolean isMadeByAnotherNode(Throwable error) {
      for (var cause = error; cause != null; cause = cause.getCause()) {
        var message = String.valueOf(cause.getMessage()).toLowerCase();
        if (message.contains("databasechangelog") && message.contains("already exists")
            || message.contains("pg_type_typname_nsp_index")) {
          return true;
        }
      }
      return false;
    }
  }
}
