package com.customerfocus.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ClockCheckTests {

  @Test
  void aNodeWithoutSweepsGoesByTheDatabasesClock() {
    new ApplicationContextRunner()
        .withBean(SharedClock.class, () -> mock(SharedClock.class))
        .withUserConfiguration(ClockCheck.class)
        .withPropertyValues("customer-focus.sweeps.enabled=false")
        .run(node -> assertThat(node).hasSingleBean(ClockCheck.class));
  }
}
