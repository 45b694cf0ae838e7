package com.customerfocus.promise.process;

import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.ReferenceSources;
import com.customerfocus.promise.PromiseTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms show of a promise, read when a form is opened. */
@Configuration(proxyBeanMethods = false)
class PromiseReferences {

  /** What was promised to which party by when, and what happened so far. */
  static final ReferenceKind PROMISE = new ReferenceKind("promise");

  @Bean
  ReferenceSources promiseSources(PromiseTexts texts) {
    return ReferenceSources.of(PROMISE.ofText(texts::promiseHtml));
  }
}
