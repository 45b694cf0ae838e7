package com.customerfocus.cascade.correction;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.Cascades;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks managers who had briefed their teams to brief them on a change. */
@Component
class ChangeAssignments {

  private static final int BRIEFINGS_AT_ONCE = 200;

  private final Cascades cascades;
  private final Briefings briefings;
  private final CorrectionWorkflow workflow;
  private final WorkingTime workingTime;
  private final Clock clock;

  ChangeAssignments(
      Cascades cascades,
      Briefings briefings,
      CorrectionWorkflow workflow,
      WorkingTime workingTime,
      Clock clock) {
    this.cascades = cascades;
    this.briefings = briefings;
    this.workflow = workflow;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /** Asks some managers whose teams have a pending receipt; says whether any is left to ask. */
  boolean askManagers(long cascadeId) {
    var outdated = briefings.lockOutdated(cascadeId, BRIEFINGS_AT_ONCE);
    if (!outdated.isEmpty()) {
      var waiting = briefings.askForChange(outdated);
      if (!waiting.isEmpty()) {
        workflow.changesDue(withDueDates(cascadeId, briefings.withTeams(waiting)));
      }
    }
    return briefings.isAnyOutdated(cascadeId);
  }

  /** They have as long as for the first briefing, but not longer than the cascade runs. */
  private List<TeamBriefing> withDueDates(long cascadeId, List<TeamBriefing> changed) {
    var cascade = cascades.get(cascadeId);
    return changed.stream().map(briefing -> briefing.dueAt(due(cascade, briefing.site()))).toList();
  }

  private Instant due(Cascade cascade, String site) {
    var due =
        workingTime
            .calendar(site)
            .after(clock.instant(), WorkingAmount.days(cascade.daysToBrief()));
    return due.isBefore(cascade.closesAt()) ? due : cascade.closesAt();
  }
}
