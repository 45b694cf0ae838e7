package com.customerfocus.cascade.web;

import com.customerfocus.cascade.Markdown;
import com.customerfocus.cascade.PersonalLinks;
import com.customerfocus.testing.FreshStart;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A test of the personal page alone, with memos by hand; who may open it is tested elsewhere. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(
    controllers = PersonalPage.class,
    excludeAutoConfiguration = SecurityAutoConfiguration.class)
@Import({Markdown.class, PersonalPageTest.Replacements.class})
@interface PersonalPageTest {

  /** Named by tests only, so that no scan of the whole program finds it. */
  class Replacements {

    @Bean
    @Primary
    Clock standingClock() {
      return Clock.fixed(FreshStart.MONDAY_MORNING, ZoneOffset.UTC);
    }

    @Bean
    FakeMemos memos(Clock clock) {
      return new FakeMemos(clock);
    }

    @Bean
    PersonalLinks links() {
      return new PersonalLinks("https://focus.example", new byte[32]);
    }
  }
}
