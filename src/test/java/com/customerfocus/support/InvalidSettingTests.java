package com.customerfocus.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.customerfocus.access.AccessProperties;
import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What the administrator reads when the program does not start with its settings. */
class InvalidSettingTests {

  @EnableConfigurationProperties(AccessProperties.class)
  static class Program {}

  @Test
  void aSettingOutOfItsLimitsIsSaidWithWhatToDo() {
    var said = failure("customer-focus.accounts.password-iterations=999");

    assertThat(said.getDescription())
        .isEqualTo("customer-focus.accounts.password-iterations is 999.");
    assertThat(said.getAction()).isEqualTo("Set it to at least 1000.");
  }

  @Test
  void aSettingOfAnotherTypeIsNamedWithoutItsValue() {
    var said = failure("customer-focus.accounts.password-iterations=secret");

    assertThat(said.getDescription())
        .isEqualTo(
            "customer-focus.accounts.password-iterations is set to what cannot be read as int.");
    assertThat(said.getAction()).startsWith("Correct it").doesNotContain("secret");
  }

  /** Spring Boot only logs the name of a class that is not there. */
  @Test
  void eachClassThatSpringBootIsToFindExists() throws IOException {
    var factories =
        PropertiesLoaderUtils.loadProperties(new ClassPathResource("META-INF/spring.factories"));

    for (var type : factories.stringPropertyNames()) {
      for (var name : names(factories, type)) {
        assertThatCode(() -> assertThat(Class.forName(type)).isAssignableFrom(Class.forName(name)))
            .doesNotThrowAnyException();
      }
    }
  }

  private static String[] names(Properties factories, String type) {
    return factories.getProperty(type).split("\\s*,\\s*");
  }

  /** As Spring Boot asks all analyzers, its own too, one after the other. */
  private static FailureAnalysis failure(String setting) {
    var failures = new Throwable[1];
    new ApplicationContextRunner()
        .withUserConfiguration(Program.class)
        .withPropertyValues(setting)
        .run(context -> failures[0] = context.getStartupFailure());
    // Some of Spring Boot's need the program's context.
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {}))
        .stream()
        .map(analyzer -> analyzer.analyze(failures[0]))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
