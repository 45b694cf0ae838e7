package com.customerfocus.organization;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes people of an earlier version findable. Each start looks: a node of that version may have
 * imported people after the first node of this one had started.
 */
@Component
@Order(0)
class PersonKeysAtStart implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(PersonKeysAtStart.class);

  private final OrganizationTables tables;

  PersonKeysAtStart(OrganizationTables tables) {
    this.tables = tables;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var people = 0;
    try {
      for (var some = tables.addMissingKeys(); some > 0; some = tables.addMissingKeys()) {
        people += some;
      }
    } catch (TransientDataAccessException e) {
      log.warn("Some people cannot be found by name until the next start of a node", e);
    }
    if (people > 0) {
      log.info("Added what {} people are found by: id, name and mail address", people);
    }
  }
}
