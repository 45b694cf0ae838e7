package com.customerfocus.link;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links as this installation is configured. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

  /**
   * @param key see {@link LinkKey#find}
   */
  @ConfigurationProperties("customer-focus.links")
  record Settings(@DefaultValue("") String key) {

    @Override
    public String toString() {
      return "Settings[key is secret]";
    }
  }

  @Bean
  LinkSigner linkSigner(ProgramAddress program, Settings settings, JdbcClient jdbc) {
    return new LinkSigner(program.baseUrl(), new LinkKey(jdbc).find(settings.key()));
  }
}
