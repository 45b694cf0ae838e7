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
    if (!PersonalLinks.canStartWith(baseUrl)) {
      throw new UnusableSetting(
          "customer-focus.base-url is \"%s\", which is not an address people can open."
              .formatted(baseUrl),
          "Set it to where people reach this program, such as https://focus.example");
    }
    return new PersonalLinks(baseUrl, new LinkKey(jdbc).find(key));
  }
}
