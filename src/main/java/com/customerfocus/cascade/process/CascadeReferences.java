package com.customerfocus.cascade.process;

import com.customerfocus.cascade.MemoTexts;
import com.customerfocus.cascade.briefing.BriefingService;
import com.customerfocus.cascade.briefing.BriefingTexts;
import com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BriefingForm;
import com.customerfocus.cascade.correction.CorrectionService;
import com.customerfocus.cascade.correction.CorrectionTexts;
import com.customerfocus.cascade.correction.process.ChangeBriefingProcess.ChangeForm;
import com.customerfocus.cascade.escalation.EscalationService;
import com.customerfocus.cascade.escalation.EscalationTexts;
import com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.UnblockingForm;
import com.customerfocus.cascade.reminder.FollowUpService;
import com.customerfocus.cascade.reminder.FollowUpTexts;
import com.customerfocus.cascade.reminder.process.TeamFollowUpProcess.FollowUpForm;
import com.customerfocus.cascade.report.ProgressTexts;
import com.customerfocus.engine.variable.Reference;
import com.customerfocus.engine.variable.ReferenceSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms of a cascade show that is kept in our tables, read when a form is opened. */
@Configuration(proxyBeanMethods = false)
public class CascadeReferences {

  private static final String MEMO = "memo";
  private static final String PROGRESS = "progress";
  private static final String BRIEFING = "briefing";
  private static final String BRIEFING_FIELDS = "briefing-fields";
  private static final String OVERDUE = "overdue";
  private static final String UNBLOCKING_FIELDS = "unblocking-fields";
  private static final String LATE_TEAM = "late-team";
  private static final String FOLLOW_UP_FIELDS = "follow-up-fields";
  private static final String CORRECTION = "correction";
  private static final String CORRECTION_FIELDS = "correction-fields";
  private static final String CHANGE = "change";
  private static final String CHANGE_FIELDS = "change-fields";

  /** The memo as people will see it, in each language it is written in. */
  static Reference memo(long cascadeId) {
    return new Reference(MEMO, cascadeId);
  }

  /** The figures of a cascade so far. */
  public static Reference progress(long cascadeId) {
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
  public static Reference overdue(long escalationId) {
    return new Reference(OVERDUE, escalationId);
  }

  /** What the form that unblocks a briefing shows first: who could take it over. */
  public static Reference unblockingFields(long escalationId) {
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

  /** The correction of a memo that is to be reviewed. */
  public static Reference correction(long cascadeId) {
    return new Reference(CORRECTION, cascadeId);
  }

  /** What the form of a correction shows first: the memo as it is now. */
  public static Reference correctionFields(long cascadeId) {
    return new Reference(CORRECTION_FIELDS, cascadeId);
  }

  /** What a manager is to brief the team on who had briefed it before. */
  public static Reference change(long briefingId) {
    return new Reference(CHANGE, briefingId);
  }

  /** What the form of a change shows first: the team as it is now, everyone present. */
  public static Reference changeFields(long briefingId) {
    return new Reference(CHANGE_FIELDS, briefingId);
  }

  @Bean
  ReferenceSource changeFieldsSource(BriefingService briefings) {
    return ReferenceSource.ofFields(CHANGE_FIELDS, id -> ChangeForm.of(briefings.briefing(id)));
  }

  @Bean
  ReferenceSource correctionSource(CorrectionTexts texts) {
    return ReferenceSource.ofText(CORRECTION, texts::correctionHtml);
  }

  @Bean
  ReferenceSource correctionFieldsSource(CorrectionService corrections) {
    return ReferenceSource.ofFields(CORRECTION_FIELDS, corrections::correction);
  }

  @Bean
  ReferenceSource changeSource(BriefingTexts texts) {
    return ReferenceSource.ofText(CHANGE, texts::changeHtml);
  }

  @Bean
  ReferenceSource memoSource(MemoTexts texts) {
    return ReferenceSource.ofText(MEMO, texts::memoHtml);
  }

  @Bean
  ReferenceSource progressSource(ProgressTexts texts) {
    return ReferenceSource.ofText(PROGRESS, texts::progressHtml);
  }

  @Bean
  ReferenceSource briefingSource(BriefingTexts texts) {
    return ReferenceSource.ofText(BRIEFING, texts::briefingHtml);
  }

  @Bean
  ReferenceSource briefingFieldsSource(BriefingService briefings, ProgressTexts reported) {
    return ReferenceSource.ofFields(
        BRIEFING_FIELDS,
        id -> BriefingForm.of(briefings.briefing(id), reported.suggestionsHtml(id)));
  }

  @Bean
  ReferenceSource overdueSource(EscalationTexts texts) {
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
