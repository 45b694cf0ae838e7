package com.customerfocus.cascade.page.web;

import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.link.LinkSigner;
import com.customerfocus.link.web.ApologyPages;
import com.customerfocus.link.web.OpenPageFailures;
import com.customerfocus.link.web.OpenPageHeaders;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.text.Markdown;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The personal page with memos set by tests; authorization is tested with the whole program. No
 * {@code @Configuration}, so that no scan of the program finds it.
 */
@ImportAutoConfiguration({
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  MessageSourceAutoConfiguration.class
})
@Import({
  PersonalPageController.class,
  ApologyPages.class,
  OpenPageFailures.class,
  OpenPageHeaders.class,
  MemoPages.class,
  Markdown.class,
  WorkingTime.class
})
@ConfigurationPropertiesScan(basePackageClasses = WorkingTime.class)
class PageAlone {

  static final String BASE_URL = "https://focus.example";

  @Bean
  Clock clock() {
    return Clock.fixed(FreshStart.MONDAY_MORNING, ZoneOffset.UTC);
  }

  @Bean
  FakeMemos memos(Clock clock) {
    return new FakeMemos(clock);
  }

  @Bean
  PersonalPageService pages(FakeMemos memos) {
    return memos.service();
  }

  @Bean
  ReceiptLinks links() {
    return new ReceiptLinks(new LinkSigner(BASE_URL, new byte[32]));
  }
}
