package com.customerfocus.customercase.demo;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo sends no mails; news count all the same, as if mail servers took them at once. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMailServers {

  @Bean
  Sweep demoMails(DemoOutsiders outsiders) {
    return Sweep.ofOneBatch("demomails", Duration.ofSeconds(2), outsiders::takeMails);
  }
}
