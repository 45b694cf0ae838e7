package com.customerfocus.link;

import com.customerfocus.support.InvalidSettingException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signer of links, from this installation's settings. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

  @Bean
  LinkSigner linkSigner(
      @Value("${customer-focus.base-url}") String baseUrl,
      @Value("${" + LinkKey.PROPERTY + ":}") String key,
      JdbcClient jdbc) {
    if (!LinkSigner.canStartWith(baseUrl)) {
      throw new InvalidSettingException(
          "customer-focus.base-url is \"%s\", which is not an address people can open."
              .formatted(baseUrl),
          "Set it to where people reach this program, such as https://focus.example");
    }
    return new LinkSigner(baseUrl, new LinkKey(jdbc).find(key));
  }
}
