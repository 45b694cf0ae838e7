package com.customerfocus.cascade.process;

import com.customerfocus.cascade.MemoTexts;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms show of a memo, read when a form is opened. */
@Configuration(proxyBeanMethods = false)
class CascadeReferences {

  /** The memo as people will see it, in each language it is written in. */
  static final ReferenceKind MEMO = new ReferenceKind("memo");

  @Bean
  ReferenceSources cascadeSources(MemoTexts texts) {
    return ReferenceSources.of(MEMO.ofText(texts::memoHtml));
  }
}
