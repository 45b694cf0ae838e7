package com.customerfocus.incoming;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Handles mails on record, and removes what is kept for a limited time. */
@Configuration(proxyBeanMethods = false)
class IncomingSweeps {

  @Bean
  Sweep unhandledMails(MailHandling handling) {
    return new Sweep("incoming", Duration.ofSeconds(1), handling::handleNext);
  }

  @Bean
  Sweep oldMailContent(IncomingContent content) {
    return new Sweep("mailcontent", Duration.ofHours(1), content::removeOld);
  }

  @Bean
  Sweep oldAnswers(AutomaticAnswers answers) {
    return Sweep.ofOneBatch("answers", Duration.ofHours(1), answers::removeOld);
  }
}
