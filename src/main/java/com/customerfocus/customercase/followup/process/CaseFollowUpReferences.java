package com.customerfocus.customercase.followup.process;

import com.customerfocus.customercase.followup.CaseFollowUpTexts;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form of a follow-up shows, read when it is opened. */
@Configuration(proxyBeanMethods = false)
class CaseFollowUpReferences {

  @Bean
  ReferenceSources caseFollowUpSources(CaseFollowUpTexts texts) {
    return ReferenceSources.of(CaseFollowUpProcess.TEXT.ofText(texts::followUpHtml));
  }
}
