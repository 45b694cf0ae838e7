package com.customerfocus.cascade.briefing.process;

import com.customerfocus.cascade.briefing.BriefingProcess;
import com.customerfocus.cascade.briefing.BriefingService;
import com.customerfocus.cascade.briefing.BriefingTexts;
import com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BriefingForm;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form of a briefing shows, read when it is opened. */
@Configuration(proxyBeanMethods = false)
class BriefingReferences {

  /** The memo as a manager gets it: core brief and the local briefs of the line above. */
  static final ReferenceKind MEMO = new ReferenceKind("briefing");

  /** What the form shows first: the team as it is now, everyone present. */
  static final ReferenceKind FIELDS = new ReferenceKind("briefing-fields");

  @Bean
  ReferenceSources briefingSources(BriefingTexts texts, BriefingService briefings) {
    return ReferenceSources.of(
        MEMO.ofText(texts::briefingHtml),
        FIELDS.ofFields(id -> BriefingForm.of(briefings.briefing(id), texts.suggestionsHtml(id))));
  }

  @Bean
  BriefingProcess teamBriefingProcess() {
    return BriefingProcess.of(TeamBriefingProcess.KEY, TeamBriefingProcess.BRIEF_TEAM);
  }
}
