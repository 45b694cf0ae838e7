package com.customerfocus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of the program as a company runs it: HTTPS, an H2 file on a {@link FullDisk}, and all
 * background work. All such tests share one program.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("own-program")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "customer-focus.administrator.id=admin",
      "customer-focus.administrator.password=" + CompanyProgram.PASSWORD,
      "customer-focus.accounts.password-iterations=1000",
      "customer-focus.https=true",
      "customer-focus.base-url=https://focus.example",
      "customer-focus.notices.from=program@focus.example",
      // A port without a server.
      "spring.mail.host=127.0.0.1",
      "spring.mail.port=1",
      "spring.datasource.hikari.connection-timeout=1000"
    })
@ContextConfiguration(initializers = CompanyProgram.Disk.class)
@TestExecutionListeners(
    listeners = CompanyProgram.Engine.class,
    mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface CompanyProgram {

  /** The administrator's password; a company has no well-known one. */
  String PASSWORD = "tulips-under-a-bridge";

  /** Folder of its database. */
  class Disk implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext program) {
      FullDisk.install();
      try {
        var folder = Files.createTempDirectory("company");
        TestPropertyValues.of(
                "spring.datasource.url=jdbc:h2:fulldisk:%s/focus".formatted(folder)
                    + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0")
            .applyTo(program);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ProgramsEnd.add(program);
    }
  }

  /** The web applications look their engine up by name, which other tests' programs share. */
  class Engine implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
      ProcessEngines.registerProcessEngine(
          test.getApplicationContext().getBean(ProcessEngine.class));
    }
  }
}
