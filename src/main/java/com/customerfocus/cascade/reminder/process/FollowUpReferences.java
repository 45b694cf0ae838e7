package com.customerfocus.cascade.reminder.process;

import com.customerfocus.cascade.briefing.BriefingProcess;
import com.customerfocus.cascade.reminder.FollowUpService;
import com.customerfocus.cascade.reminder.FollowUpTexts;
import com.customerfocus.cascade.reminder.process.TeamFollowUpProcess.FollowUpForm;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form that follows a team up shows, read when it is opened. */
@Configuration(proxyBeanMethods = false)
class FollowUpReferences {

  /** Pending team members, and how often they were reminded. */
  static final ReferenceKind LATE_TEAM = new ReferenceKind("late-team");

  /** What the form shows first: team members who are still pending. */
  static final ReferenceKind FIELDS = new ReferenceKind("follow-up-fields");

  @Bean
  ReferenceSources followUpSources(FollowUpTexts texts, FollowUpService followUps) {
    return ReferenceSources.of(
        LATE_TEAM.ofText(texts::lateTeamHtml),
        FIELDS.ofFields(id -> FollowUpForm.of(followUps.pending(id))));
  }

  @Bean
  BriefingProcess teamFollowUpProcess() {
    return BriefingProcess.of(TeamFollowUpProcess.KEY, TeamFollowUpProcess.FOLLOW_UP_TEAM);
  }
}
