package com.customerfocus.cascade.correction.process;

import com.customerfocus.cascade.briefing.BriefingProcess;
import com.customerfocus.cascade.briefing.BriefingService;
import com.customerfocus.cascade.briefing.BriefingTexts;
import com.customerfocus.cascade.correction.CorrectionService;
import com.customerfocus.cascade.correction.CorrectionTexts;
import com.customerfocus.cascade.correction.process.ChangeBriefingProcess.ChangeForm;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of a correction show, read when a form is opened. */
@Configuration(proxyBeanMethods = false)
class CorrectionReferences {

  /** The correction of a memo that is to be reviewed. */
  static final ReferenceKind CORRECTION = new ReferenceKind("correction");

  /** What the form of a correction shows first: the memo as it is now. */
  static final ReferenceKind CORRECTION_FIELDS = new ReferenceKind("correction-fields");

  /** What a manager who has briefed the team before is to brief it on. */
  static final ReferenceKind CHANGE = new ReferenceKind("change");

  /** What the form of a change shows first: the team as it is now, everyone present. */
  static final ReferenceKind CHANGE_FIELDS = new ReferenceKind("change-fields");

  @Bean
  ReferenceSources correctionSources(
      CorrectionTexts texts,
      BriefingTexts briefingTexts,
      CorrectionService corrections,
      BriefingService briefings) {
    return ReferenceSources.of(
        CORRECTION.ofText(texts::correctionHtml),
        CORRECTION_FIELDS.ofFields(corrections::correction),
        CHANGE.ofText(briefingTexts::changeHtml),
        CHANGE_FIELDS.ofFields(id -> ChangeForm.of(briefings.briefing(id))));
  }

  @Bean
  BriefingProcess changeBriefingProcess() {
    return BriefingProcess.of(ChangeBriefingProcess.KEY, ChangeBriefingProcess.BRIEF_CHANGE);
  }
}
