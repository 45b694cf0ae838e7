package com.customerfocus.customercase.news;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for customers who wait for news or an answer longer than they should. */
@Configuration(proxyBeanMethods = false)
class NewsSweep {

  @Bean
  Sweep lateNews(NewsTimes times) {
    return new Sweep("news", Duration.ofSeconds(1), times::look);
  }
}
