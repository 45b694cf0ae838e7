package com.customerfocus.clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the database's time regularly and logs once when this machine's clock is wrong. */
@Component
class ClockCheck {

  private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

  private final SharedClock clock;
  private boolean wasRight = true;

  ClockCheck(SharedClock clock) {
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${customer-focus.clock.compare-every:5s}")
  void run() {
    try {
      clock.compare();
    } catch (DataAccessException e) {
      LOG.debug("The database does not say what time it is", e);
    }
    var trouble = clock.trouble();
    if (wasRight && trouble.isPresent()) {
      LOG.warn(trouble.get());
    } else if (!wasRight && trouble.isEmpty()) {
      LOG.info("This machine's clock is right again");
    }
    wasRight = trouble.isEmpty();
  }
}
