package com.customerfocus.cascade.escalation.process;

import com.customerfocus.cascade.briefing.BriefingProcess;
import com.customerfocus.cascade.escalation.EscalationTexts;
import com.customerfocus.cascade.escalation.UnblockingService;
import com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.UnblockingForm;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form that unblocks a briefing shows, read when it is opened. */
@Configuration(proxyBeanMethods = false)
class EscalationReferences {

  /** What is overdue and what was done about it so far. */
  static final ReferenceKind OVERDUE = new ReferenceKind("overdue");

  /** What the form shows first: who could take the briefing over. */
  static final ReferenceKind FIELDS = new ReferenceKind("unblocking-fields");

  @Bean
  ReferenceSources escalationSources(EscalationTexts texts, UnblockingService unblocking) {
    return ReferenceSources.of(
        OVERDUE.ofText(texts::overdueHtml),
        FIELDS.ofFields(id -> UnblockingForm.of(unblocking.candidates(id))));
  }

  /** The task to unblock a briefing stays with the manager above the team. */
  @Bean
  BriefingProcess unblockBriefingProcess() {
    return BriefingProcess.of(UnblockBriefingProcess.KEY);
  }
}
