package com.customerfocus;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Passes a memo down a merged organization and keeps the promises it makes. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CustomerFocusApplication {

  public static void main(String[] args) {
    SpringApplication.run(CustomerFocusApplication.class, args);
  }

  /**
   * What this machine thinks of the time; its zone is where days begin and end. The one source of
   * "now" is the clock that all nodes share.
   */
  @Bean(defaultCandidate = false)
  Clock machineClock() {
    return Clock.systemDefaultZone();
  }
}
