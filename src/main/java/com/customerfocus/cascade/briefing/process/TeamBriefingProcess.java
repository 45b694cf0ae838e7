package com.customerfocus.cascade.briefing.process;

import com.customerfocus.cascade.briefing.BriefingReport;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.briefing.TeamBriefing.Member;
import com.customerfocus.cascade.commitment.CommitmentInput;
import com.customerfocus.engine.variable.FormChoice;
import com.customerfocus.engine.variable.Variable;
import java.util.Date;
import java.util.List;

/** Every id and name of {@code processes/team-briefing.bpmn}. */
public final class TeamBriefingProcess {

  public static final String KEY = "team-briefing";

  static final String MEMO_ARRIVED = "memoArrived";
  static final String BRIEF_TEAM = "briefTeam";
  static final String RECORD_BRIEFING = "recordBriefing";
  static final String PASS_MEMO_ON = "passMemoOn";
  public static final String TEAM_ACKNOWLEDGED = "teamAcknowledged";
  static final String TEAM_REACHED = "teamReached";

  static final String MESSAGE_MEMO_ARRIVED = "cascade.memoArrived";
  static final String MESSAGE_TEAM_ACKNOWLEDGED = "briefing.teamAcknowledged";

  static final Variable<String> CASCADE_TITLE = Variable.of("cascadeTitle", String.class);

  /** Employee id of the manager who briefs. */
  static final Variable<String> MANAGER_ID = Variable.of("managerId", String.class);

  static final Variable<Date> BRIEF_BY = Variable.of("briefBy", Date.class);

  /** Core brief and the local briefs of the line above, HTML. */
  static final Variable<String> MEMO_TEXT = Variable.of("memoText", String.class);

  /** What the form sends back; at first a reference to {@link BriefingForm}. */
  static final Variable<BriefingReport> BRIEFING = Variable.json("briefing", BriefingReport.class);

  static final Variable<Boolean> TEAM_HAS_ACKNOWLEDGED =
      Variable.of("teamHasAcknowledged", Boolean.class);

  /**
   * What the form shows first: the version of the memo it shows, whether that is a corrected one,
   * the team to choose from, who was there (at first all), who is excused (at first none), the
   * manager above, who gets the questions, and what the manager reports.
   */
  record BriefingForm(
      Integer version,
      boolean corrected,
      List<FormChoice> team,
      List<String> present,
      List<String> excused,
      String excuseReason,
      String heldOn,
      String localBrief,
      String above,
      String questions,
      CommitmentInput commitments,
      CultureFields culture) {

    /**
     * @param suggestions what others named, HTML
     */
    static BriefingForm of(TeamBriefing briefing, String suggestions) {
      var team = FormChoice.of(briefing.team(), Member::id, Member::name);
      var present = team.stream().map(FormChoice::value).toList();
      return new BriefingForm(
          briefing.version(),
          briefing.version() > 1,
          team,
          present,
          List.of(),
          null,
          null,
          null,
          briefing.above(),
          null,
          new CommitmentInput(null, null),
          new CultureFields(suggestions, null, null, null, null, null, null));
    }
  }

  /**
   * What made the own heritage company successful: three rows, since a form cannot grow.
   *
   * @param suggestions what others named, HTML
   */
  record CultureFields(
      String suggestions,
      String attribute1,
      String treatment1,
      String attribute2,
      String treatment2,
      String attribute3,
      String treatment3) {}

  private TeamBriefingProcess() {}
}
