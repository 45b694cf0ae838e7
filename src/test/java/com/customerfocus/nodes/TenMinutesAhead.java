package com.customerfocus.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Sets the machine's clock of a separate program ten minutes ahead: for our code and for the
 * engine.
 */
public class TenMinutesAhead
    implements ApplicationContextInitializer<ConfigurableApplicationContext>, BeanPostProcessor {

  private static final Duration AHEAD = Duration.ofMinutes(10);

  @Override
  public void initialize(ConfigurableApplicationContext program) {
    ClockUtil.offset(AHEAD.toMillis());
    program.getBeanFactory().addBeanPostProcessor(this);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return name.equals("machineClock") ? Clock.offset((Clock) bean, AHEAD) : bean;
  }

  /** Fills a class path folder of that program. */
  static Path classpath(Path folder) throws IOException {
    var file = TenMinutesAhead.class.getName().replace('.', '/') + ".class";
    Files.createDirectories(folder.resolve(file).getParent());
    try (var code = TenMinutesAhead.class.getClassLoader().getResourceAsStream(file)) {
      Files.copy(code, folder.resolve(file));
    }
    Files.createDirectories(folder.resolve("META-INF"));
    Files.writeString(
        folder.resolve("META-INF/spring.factories"),
        "%s=%s\n"
            .formatted(
                ApplicationContextInitializer.class.getName(), TenMinutesAhead.class.getName()));
    return folder;
  }
}
