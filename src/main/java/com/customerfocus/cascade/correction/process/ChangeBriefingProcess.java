package com.customerfocus.cascade.correction.process;

import com.customerfocus.cascade.briefing.BriefingReport;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.briefing.TeamBriefing.Member;
import com.customerfocus.engine.variable.FormChoice;
import com.customerfocus.engine.variable.Variable;
import java.util.Date;
import java.util.List;

/** Every id and name of {@code processes/change-briefing.bpmn}. */
final class ChangeBriefingProcess {

  static final String KEY = "change-briefing";

  static final String BRIEF_CHANGE = "briefChange";
  static final String TEAM_ACKNOWLEDGED_EARLY = "teamAcknowledgedEarly";
  static final String TEAM_ACKNOWLEDGED = "teamAcknowledged";
  static final String TEAM_REACHED = "teamReached";

  static final String MESSAGE_MEMO_CHANGED = "cascade.memoChanged";
  static final String MESSAGE_TEAM_ACKNOWLEDGED = "briefing.teamAcknowledged";

  static final Variable<String> CASCADE_TITLE = Variable.of("cascadeTitle", String.class);

  /** Employee id of the manager who briefs. */
  static final Variable<String> MANAGER_ID = Variable.of("managerId", String.class);

  static final Variable<Date> BRIEF_BY = Variable.of("briefBy", Date.class);

  /** What has changed, and the whole memo as it is now, HTML. */
  static final Variable<String> CHANGE_TEXT = Variable.of("changeText", String.class);

  /** What the form shows first and sends back. */
  static final Variable<ChangeForm> CHANGE = Variable.json("change", ChangeForm.class);

  static final Variable<Boolean> TEAM_HAS_ACKNOWLEDGED =
      Variable.of("teamHasAcknowledged", Boolean.class);

  /**
   * The form's fields: the version of the memo it shows, the team to choose from, who was there
   * (everyone at first), and when.
   */
  record ChangeForm(Integer version, List<FormChoice> team, List<String> present, String heldOn) {

    static ChangeForm of(TeamBriefing briefing) {
      var team = FormChoice.of(briefing.team(), Member::id, Member::name);
      return new ChangeForm(
          briefing.version(), team, team.stream().map(FormChoice::value).toList(), null);
    }

    BriefingReport report() {
      return new BriefingReport(version, heldOn, present, null, null, null, null, null, null);
    }
  }

  private ChangeBriefingProcess() {}
}
