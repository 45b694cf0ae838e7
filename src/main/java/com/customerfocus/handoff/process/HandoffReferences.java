package com.customerfocus.handoff.process;

import com.customerfocus.engine.variable.ReferenceSources;
import com.customerfocus.handoff.HandoffView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms show of a handoff, read when a form is opened. */
@Configuration(proxyBeanMethods = false)
class HandoffReferences {

  @Bean
  ReferenceSources handoffSources(HandoffView view, HandoffFields fields) {
    return ReferenceSources.of(
        PartnerHandoffProcess.HANDOFF.ofText(view::handoffHtml),
        PartnerHandoffProcess.WORD_FIELDS.ofFields(fields::word),
        PartnerHandoffProcess.FOLLOW_UP_FIELDS.ofFields(fields::followUp),
        PartnerHandoffProcess.NEW_DATE_FIELDS.ofFields(fields::newDate));
  }
}
