package com.customerfocus.link;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Signer of links and maker of digests, from this installation's settings and keys. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

  private static final String NAME = "digests";

  /**
   * @param keys see {@link LinkKeys#find}
   */
  @ConfigurationProperties("customer-focus.links")
  record Settings(@DefaultValue List<String> keys) {

    @Override
    public String toString() {
      return "Settings[keys are secret]";
    }
  }

  @Bean
  LinkSigner linkSigner(ProgramAddress program, Settings settings, JdbcClient jdbc) {
    return new LinkSigner(program.baseUrl(), new LinkKeys(jdbc).find(settings.keys()));
  }

  /**
   * The first node that makes a digest makes its key, outside the transaction that it may be in.
   */
  @Bean
  KeyedDigest keyedDigest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    var aside = new TransactionTemplate(transactions);
    aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    return new KeyedDigest(() -> aside.execute(status -> new StoredKey(jdbc, NAME).find()));
  }
}
