package com.customerfocus.engine.request;

import com.customerfocus.engine.variable.MissingVariable;
import com.customerfocus.request.Faults;
import com.customerfocus.support.LogFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shortens the log of requests that make the engine's web interface fail: it writes some 200 lines
 * of stack for each, even for a missing field. Failures of our own code keep their stack.
 */
@Component
class EngineFailureLog extends LogFilter {

  private static final Logger LOG = LoggerFactory.getLogger(EngineFailureLog.class);
  private static final String ENGINE = "org.camunda.bpm.engine.rest.exception";
  private static final int LONGEST = 300;

  @Override
  protected boolean replaces(String logger, String format, Object[] values, Throwable failure) {
    // The engine checks the level first, without a message.
    if (!logger.equals(ENGINE) || format == null) {
      return false;
    }
    var stack = values == null || values.length == 0 ? format : String.valueOf(values[0]);
    if (Faults.isOurs(stack) && !stack.contains(MissingVariable.class.getName())) {
      return false;
    }
    var what = stack.lines().findFirst().orElse("");
    LOG.warn(
        "The engine's web interface failed: {}",
        what.substring(0, Math.min(LONGEST, what.length())));
    return true;
  }
}
