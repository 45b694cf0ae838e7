package com.customerfocus.cascade.page.web;

import com.customerfocus.link.OpenPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Personal pages need no login: the link in the mail is the key. */
@Configuration(proxyBeanMethods = false)
class MemoPages {

  @Bean
  OpenPages openMemoPages() {
    return new OpenPages("/memo", "memo");
  }
}
