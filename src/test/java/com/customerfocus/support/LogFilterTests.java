package com.customerfocus.support;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Leaving warnings and errors out of the log as long as the program runs. */
class LogFilterTests {

  private static final Logger LOG = (Logger) LoggerFactory.getLogger(LogFilterTests.class);

  private final ListAppender<ILoggingEvent> written = new ListAppender<>();

  /** Leaves out what this test logs about mice. */
  static class NoMice extends LogFilter {

    private final List<String> left = new ArrayList<>();

    @Override
    protected boolean replaces(String logger, String format, Object[] values, Throwable failure) {
      return logger.equals(LogFilterTests.class.getName())
          && "mice".equals(format)
          && left.add(format);
    }
  }

  @BeforeEach
  void readTheLog() {
    written.start();
    LOG.addAppender(written);
    LOG.setLevel(Level.INFO);
  }

  @AfterEach
  void leaveTheLog() {
    LOG.setLevel(null);
    LOG.detachAppender(written);
  }

  @Test
  void warningsAndErrorsAreLeftOutUntilTheProgramEnds() {
    try (var program = new AnnotationConfigApplicationContext(NoMice.class)) {
      LOG.info("mice");
      LOG.warn("mice");
      LOG.error("mice");
      LOG.error("cats");

      assertThat(program.getBean(NoMice.class).left).hasSize(2);
    }
    LOG.warn("mice");

    assertThat(written.list)
        .extracting(event -> event.getLevel() + " " + event.getMessage())
        .containsExactly("INFO mice", "ERROR cats", "WARN mice");
  }
}
