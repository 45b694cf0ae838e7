package com.customerfocus.customercase.goodwill.process;

import com.customerfocus.access.Groups;
import com.customerfocus.customercase.goodwill.GoodwillTexts;
import com.customerfocus.engine.authorization.StartAuthorization;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms show of goodwill, read when a form is opened, and who starts the process. */
@Configuration(proxyBeanMethods = false)
class GoodwillReferences {

  @Bean
  ReferenceSources goodwillSources(GoodwillTexts texts) {
    return ReferenceSources.of(GoodwillProcess.GOODWILL.ofText(texts::goodwillHtml));
  }

  @Bean
  StartAuthorization frontLineOffersGoodwill() {
    return StartAuthorization.group(Groups.FRONT_LINE, GoodwillProcess.KEY);
  }

  @Bean
  StartAuthorization frontLineTakesGoodwillBack() {
    return StartAuthorization.group(Groups.FRONT_LINE, TakeBackGoodwillProcess.KEY);
  }

  @Bean
  StartAuthorization managersTakeGoodwillBack() {
    return StartAuthorization.group(Groups.MANAGERS, TakeBackGoodwillProcess.KEY);
  }

  /** Managers act for owners of their teams who are away. */
  @Bean
  StartAuthorization managersOfferGoodwill() {
    return StartAuthorization.group(Groups.MANAGERS, GoodwillProcess.KEY);
  }
}
