package com.customerfocus.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Says some warnings and errors of the program in other words: leaves them out of the log, from the
 * start of the program to its end, and may write a shorter line instead.
 */
public abstract class LogFilter extends TurboFilter {

  private final LoggerContext logs =
      LoggerFactory.getILoggerFactory() instanceof LoggerContext context ? context : null;

  @PostConstruct
  final void add() {
    if (logs != null) {
      logs.addTurboFilter(this);
    }
  }

  @PreDestroy
  final void remove() {
    if (logs != null) {
      logs.getTurboFilterList().remove(this);
    }
  }

  /**
   * Whether this is left out; called for warnings and errors, on any thread.
   *
   * @param logger its name
   * @param format the message, or null when the program only asks whether the level is logged
   * @param values for the placeholders of the message, or null
   * @param failure given besides the values, or null
   */
  protected abstract boolean replaces(
      String logger, String format, Object[] values, Throwable failure);

  @Override
  public final FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] values, Throwable t) {
    return level.isGreaterOrEqual(Level.WARN) && replaces(logger.getName(), format, values, t)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }
}
