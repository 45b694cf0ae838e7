package com.customerfocus.cascade.report.process;

import com.customerfocus.cascade.process.MemoCascadeProcess;
import com.customerfocus.cascade.report.ProgressTexts;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form of a cascade on its way shows, read when it is opened. */
@Configuration(proxyBeanMethods = false)
class ReportReferences {

  @Bean
  ReferenceSources reportSources(ProgressTexts texts) {
    return ReferenceSources.of(MemoCascadeProcess.PROGRESS.ofText(texts::progressHtml));
  }
}
