package com.customerfocus.cascade.process;

import com.customerfocus.cascade.BriefingReport;
import com.customerfocus.cascade.TeamBriefing;
import com.customerfocus.engine.Variable;
import java.util.Date;
import java.util.List;

/** Every id and name of {@code processes/team-briefing.bpmn}. */
final class TeamBriefingProcess {

  static final String KEY = "team-briefing";

  static final String MEMO_ARRIVED = "memoArrived";
  static final String BRIEF_TEAM = "briefTeam";
  static final String RECORD_BRIEFING = "recordBriefing";
  static final String PASS_MEMO_ON = "passMemoOn";
  static final String TEAM_ANSWERED = "teamAnswered";
  static final String TEAM_REACHED = "teamReached";

  static final String MESSAGE_MEMO_ARRIVED = "cascade.memoArrived";
  static final String MESSAGE_TEAM_ANSWERED = "briefing.teamAnswered";

  static final Variable<Long> BRIEFING_ID = Variable.of("briefingId", Long.class);
  static final Variable<String> CASCADE_TITLE = Variable.of("cascadeTitle", String.class);

  /** Employee id of the one who briefs. */
  static final Variable<String> MANAGER_ID = Variable.of("managerId", String.class);

  static final Variable<Date> BRIEF_BY = Variable.of("briefBy", Date.class);

  /** Core brief and the local briefs of the line above, HTML. */
  static final Variable<String> MEMO_TEXT = Variable.of("memoText", String.class);

  /** What the form shows first and sends back. */
  static final Variable<BriefingForm> BRIEFING = Variable.json("briefing", BriefingForm.class);

  static final Variable<Boolean> TEAM_HAS_ANSWERED = Variable.of("teamHasAnswered", Boolean.class);

  /**
   * The form's fields: the team to choose from, who was there (everyone at first), who is excused
   * (nobody at first), the manager above, who gets the questions, and what the manager reports.
   */
  record BriefingForm(
      List<Choice> team,
      List<String> present,
      List<String> excused,
      String excuseReason,
      String heldOn,
      String localBrief,
      String above,
      String questions) {

    static BriefingForm of(TeamBriefing briefing) {
      var team = Choice.of(briefing.team());
      var present = team.stream().map(Choice::value).toList();
      return new BriefingForm(team, present, List.of(), null, null, null, briefing.above(), null);
    }

    BriefingReport report() {
      return new BriefingReport(heldOn, present, excused, excuseReason, localBrief, questions);
    }
  }

  private TeamBriefingProcess() {}
}
