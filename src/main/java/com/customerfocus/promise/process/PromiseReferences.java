package com.customerfocus.promise.process;

import com.customerfocus.engine.variable.Reference;
import com.customerfocus.engine.variable.ReferenceSource;
import com.customerfocus.promise.PromiseTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms show of a promise, read when a form is opened. */
@Configuration(proxyBeanMethods = false)
class PromiseReferences {

  private static final String PROMISE = "promise";

  /** What was promised to whom by when, and what happened so far. */
  static Reference promise(long promiseId) {
    return new Reference(PROMISE, promiseId);
  }

  @Bean
  ReferenceSource promiseSource(PromiseTexts texts) {
    return ReferenceSource.ofText(PROMISE, texts::promiseHtml);
  }
}
