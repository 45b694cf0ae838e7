package com.customerfocus.cascade;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Personal links as this installation is configured. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

  @Bean
  PersonalLinks personalLinks(
      @Value("${customer-focus.base-url}") String baseUrl,
      @Value("${" + LinkKey.PROPERTY + ":}") String key,
      JdbcClient jdbc) {
    return new PersonalLinks(baseUrl, new LinkKey(jdbc).find(key));
  }
}
