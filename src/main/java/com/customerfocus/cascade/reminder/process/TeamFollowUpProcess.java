package com.customerfocus.cascade.reminder.process;

import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.briefing.TeamBriefing.Member;
import com.customerfocus.cascade.reminder.FollowUpReport;
import com.customerfocus.engine.variable.FormChoice;
import com.customerfocus.engine.variable.Variable;
import java.util.Date;
import java.util.List;

/** Every id and name of {@code processes/team-follow-up.bpmn}. */
final class TeamFollowUpProcess {

  static final String KEY = "team-follow-up";

  static final String TEAM_LATE = "teamLate";
  static final String FOLLOW_UP_TEAM = "followUpTeam";
  static final String TEAM_ACKNOWLEDGED = "teamAcknowledged";
  static final String RECORD_FOLLOW_UP = "recordFollowUp";
  static final String TEAM_FOLLOWED_UP = "teamFollowedUp";
  static final String TEAM_REACHED = "teamReached";

  static final String MESSAGE_TEAM_LATE = "briefing.teamLate";
  static final String MESSAGE_TEAM_ACKNOWLEDGED = "briefing.teamAcknowledged";

  static final Variable<String> CASCADE_TITLE = Variable.of("cascadeTitle", String.class);

  /** Employee id of the team's manager. */
  static final Variable<String> MANAGER_ID = Variable.of("managerId", String.class);

  static final Variable<Date> FOLLOW_UP_BY = Variable.of("followUpBy", Date.class);

  /** Pending team members and how often they were reminded, HTML. */
  static final Variable<String> TEAM_TEXT = Variable.of("teamText", String.class);

  /** What the form shows first and sends back. */
  static final Variable<FollowUpForm> FOLLOW_UP = Variable.json("followUp", FollowUpForm.class);

  /** The form's fields: those to choose from, and what the manager says of them. */
  record FollowUpForm(
      List<FormChoice> team, List<String> briefed, List<String> excused, String excuseReason) {

    static FollowUpForm of(List<TeamBriefing.Member> pending) {
      return new FollowUpForm(
          FormChoice.of(pending, Member::id, Member::name), List.of(), List.of(), null);
    }

    FollowUpReport report() {
      return new FollowUpReport(briefed, excused, excuseReason);
    }
  }

  private TeamFollowUpProcess() {}
}
