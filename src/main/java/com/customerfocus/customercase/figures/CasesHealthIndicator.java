package com.customerfocus.customercase.figures;

import com.customerfocus.customercase.figures.CaseFigureRecords.OpenCases;
import java.time.Clock;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * How many customers' cases are open, of how many the news are late, and since when. Late news are
 * people's matter, so the status does not change.
 *
 * <p>Health needs no login, so the statements must not grow with the number of cases: counts end at
 * {@value #MOST}.
 */
@Component
class CasesHealthIndicator extends AbstractHealthIndicator {

  static final int MOST = 10_000;

  private final CaseFigureRecords records;
  private final Clock clock;

  CasesHealthIndicator(CaseFigureRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    OpenCases cases = records.open(clock.instant(), MOST);
    health.up().withDetail("open", cases.open()).withDetail("lateNews", cases.late());
    if (cases.oldestLate() != null) {
      health.withDetail("lateNewsSince", cases.oldestLate());
    }
  }
}
