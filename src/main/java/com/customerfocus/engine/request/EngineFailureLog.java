package com.customerfocus.engine.request;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.customerfocus.engine.variable.MissingVariable;
import com.customerfocus.request.Faults;
import jakarta.annotation.PreDestroy;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * Shortens the log of requests that make the engine's web interface fail: it writes some 200 lines
 * of stack for each, even for a missing field. Failures of our own code keep their stack.
 */
@Component
class EngineFailureLog extends TurboFilter {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(EngineFailureLog.class);
  private static final String ENGINE = "org.camunda.bpm.engine.rest.exception";
  private static final int LONGEST = 300;

  private final LoggerContext logs;

  EngineFailureLog() {
    logs = LoggerFactory.getILoggerFactory() instanceof LoggerContext context ? context : null;
    if (logs != null) {
      logs.addTurboFilter(this);
    }
  }

  @PreDestroy
  void remove() {
    if (logs != null) {
      logs.getTurboFilterList().remove(this);
    }
  }

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] values, Throwable t) {
    // The engine checks the level first, without a message.
    if (!logger.getName().equals(ENGINE) || format == null || !level.isGreaterOrEqual(Level.WARN)) {
      return FilterReply.NEUTRAL;
    }
    var stack = values == null || values.length == 0 ? format : String.valueOf(values[0]);
    if (Faults.isOurs(stack) && !stack.contains(MissingVariable.class.getName())) {
      return FilterReply.NEUTRAL;
    }
    var what = stack.lines().findFirst().orElse("");
    LOG.warn(
        "The engine's web interface failed: {}",
        what.substring(0, Math.min(LONGEST, what.length())));
    return FilterReply.DENY;
  }
}
