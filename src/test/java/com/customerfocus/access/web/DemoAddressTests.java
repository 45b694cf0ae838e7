package com.customerfocus.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The demo's passwords are public: it listens on its own machine only. */
class DemoAddressTests {

  private final ApplicationContextRunner demo =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withPropertyValues("spring.profiles.active=demo");

  @Test
  void itAnswersThisMachineOnly() {
    demo.run(
        program ->
            assertThat(program.getEnvironment().getProperty("server.address"))
                .isEqualTo("127.0.0.1"));
  }

  @Test
  void unlessItIsToldOtherwise() {
    demo.withPropertyValues("CUSTOMERFOCUS_DEMO_ADDRESS=0.0.0.0")
        .run(
            program ->
                assertThat(program.getEnvironment().getProperty("server.address"))
                    .isEqualTo("0.0.0.0"));
  }
}
