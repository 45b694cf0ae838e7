package com.customerfocus.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Captures the program's log from now on, at the production levels, until closed. */
public class LogLines implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  public LogLines() {
    events.list = new CopyOnWriteArrayList<>();
    events.start();
    root.addAppender(events);
    root.setLevel(Level.INFO);
  }

  /** Lines as they would stand in the log, including stack traces. */
  public List<String> all() {
    return events.list.stream().flatMap(LogLines::lines).toList();
  }

  private static Stream<String> lines(ILoggingEvent event) {
    var message =
        event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage();
    var stack = ThrowableProxyUtil.asString(event.getThrowableProxy());
    return Stream.concat(message.lines(), stack == null ? Stream.empty() : stack.lines());
  }

  @Override
  public void close() {
    root.setLevel(before);
    root.detachAppender(events);
  }
}
