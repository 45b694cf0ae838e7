package com.customerfocus.organization;

import com.customerfocus.worktime.WorkingTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Logs at start which sites of the organization have no calendar: the settings may have changed.
 */
@Component
class SitesAtStart {

  private static final Logger log = LoggerFactory.getLogger(SitesAtStart.class);

  private final OrganizationTables tables;
  private final WorkingTime workingTime;

  SitesAtStart(OrganizationTables tables, WorkingTime workingTime) {
    this.tables = tables;
    this.workingTime = workingTime;
  }

  @EventListener(ApplicationReadyEvent.class)
  void check() {
    if (!workingTime.sites().isEmpty()) {
      SitesWithoutCalendar.sentence(tables.peopleBySite(), workingTime).ifPresent(log::warn);
    }
  }
}
