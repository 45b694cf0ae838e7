package com.customerfocus.customercase.process;

import com.customerfocus.customercase.CaseView;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms show of a case, read when a form is opened. */
@Configuration(proxyBeanMethods = false)
class CaseReferences {

  @Bean
  ReferenceSources caseSources(CaseView view, CaseFields fields) {
    return ReferenceSources.of(
        StayWithCustomerProcess.CASE.ofText(view::caseHtml),
        StayWithCustomerProcess.WORK_FIELDS.ofFields(fields::work),
        StayWithCustomerProcess.STAY_FIELDS.ofFields(fields::stay));
  }
}
