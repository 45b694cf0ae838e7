package com.customerfocus.cascade.process;

import com.customerfocus.cascade.BriefingService;
import com.customerfocus.cascade.CascadeTexts;
import com.customerfocus.cascade.EscalationService;
import com.customerfocus.cascade.FollowUpService;
import com.customerfocus.cascade.FollowUpTexts;
import com.customerfocus.cascade.process.TeamBriefingProcess.BriefingForm;
import com.customerfocus.cascade.process.TeamFollowUpProcess.FollowUpForm;
import com.customerfocus.cascade.process.UnblockBriefingProcess.UnblockingForm;
import com.customerfocus.engine.Reference;
import com.customerfocus.engine.ReferenceSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms of a cascade show that is kept in our tables, read when a form is opened. */
@Configuration(proxyBeanMethods = false)
class CascadeReferences {

  private static final String MEMO = "memo";
  private static final String PROGRESS = "progress";
  private static final String BRIEFING = "briefing";
  private static final String BRIEFING_FIELDS = "briefing-fields";
  private static final String OVERDUE = "overdue";
  private static final String UNBLOCKING_FIELDS = "unblocking-fields";
  private static final String LATE_TEAM = "late-team";
  private static final String FOLLOW_UP_FIELDS = "follow-up-fields";

  /** The memo as people will see it, in each language it is written in. */
  static Reference memo(long cascadeId) {
    return new Reference(MEMO, cascadeId);
  }

  /** The figures of a cascade so far. */
  static Reference progress(long cascadeId) {
    return new Reference(PROGRESS, cascadeId);
  }

  /** The memo as a manager gets it: core brief and the local briefs of the line above. */
  static Reference briefing(long briefingId) {
    return new Reference(BRIEFING, briefingId);
  }

  /** What the form of a briefing shows first: the team as it is now, everyone present. */
  static Reference briefingFields(long briefingId) {
    return new Reference(BRIEFING_FIELDS, briefingId);
  }

  /** What is overdue and what was done about it so far. */
  static Reference overdue(long escalationId) {
    return new Reference(OVERDUE, escalationId);
  }

  /** What the form that unblocks a briefing shows first: who could take it over. */
  static Reference unblockingFields(long escalationId) {
    return new Reference(UNBLOCKING_FIELDS, escalationId);
  }

  /** Who of a briefing's team has not answered, and how often they were reminded. */
  static Reference lateTeam(long briefingId) {
    return new Reference(LATE_TEAM, briefingId);
  }

  /** What the form that follows up a team shows first: those who have not answered by now. */
  static Reference followUpFields(long briefingId) {
    return new Reference(FOLLOW_UP_FIELDS, briefingId);
  }

  @Bean
  ReferenceSource memoSource(CascadeTexts texts) {
    return ReferenceSource.ofText(MEMO, texts::memoHtml);
  }

  @Bean
  ReferenceSource progressSource(CascadeTexts texts) {
    return ReferenceSource.ofText(PROGRESS, texts::progressHtml);
  }

  @Bean
  ReferenceSource briefingSource(CascadeTexts texts) {
    return ReferenceSource.ofText(BRIEFING, texts::briefingHtml);
  }

  @Bean
  ReferenceSource briefingFieldsSource(BriefingService briefings) {
    return ReferenceSource.ofFields(BRIEFING_FIELDS, id -> BriefingForm.of(briefings.briefing(id)));
  }

  @Bean
  ReferenceSource overdueSource(CascadeTexts texts) {
    return ReferenceSource.ofText(OVERDUE, texts::overdueHtml);
  }

  @Bean
  ReferenceSource unblockingFieldsSource(EscalationService escalations) {
    return ReferenceSource.ofFields(
        UNBLOCKING_FIELDS, id -> UnblockingForm.of(escalations.candidates(id)));
  }

  @Bean
  ReferenceSource lateTeamSource(FollowUpTexts texts) {
    return ReferenceSource.ofText(LATE_TEAM, texts::lateTeamHtml);
  }

  @Bean
  ReferenceSource followUpFieldsSource(FollowUpService followUps) {
    return ReferenceSource.ofFields(FOLLOW_UP_FIELDS, id -> FollowUpForm.of(followUps.pending(id)));
  }
}
