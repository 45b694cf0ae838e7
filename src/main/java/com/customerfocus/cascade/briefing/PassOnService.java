package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.Cascades;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passes the memo on from level to level. */
@Service
@Transactional
public class PassOnService {

  private final Cascades cascades;
  private final Briefings briefings;
  private final BriefingWorkflow workflow;
  private final NoticeService notices;
  private final WorkingTime workingTime;
  private final Clock clock;

  PassOnService(
      Cascades cascades,
      Briefings briefings,
      BriefingWorkflow workflow,
      NoticeService notices,
      WorkingTime workingTime,
      Clock clock) {
    this.cascades = cascades;
    this.briefings = briefings;
    this.workflow = workflow;
    this.notices = notices;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /** The launcher is to brief the own team first. */
  public void startFirst(long cascadeId) {
    var launch = cascades.launch(cascadeId);
    var due = due(launch.daysToBrief(), launch.site());
    var first = briefings.openFirst(cascadeId, launch.launchedBy(), due);
    workflow.briefingsDue(List.of(briefings.withTeam(first)));
  }

  /**
   * Passes the memo one level down: managers of the team are to brief their own, everyone gets the
   * memo by notice.
   *
   * @return whether no receipt of the team is pending
   */
  public boolean passOn(long briefingId) {
    // The lock orders this and an acknowledgement of the last pending reader.
    var briefing = briefings.lock(briefingId);
    if (!briefing.sitesBelow().isEmpty()) {
      var opened =
          briefings.openBelow(
              briefingId,
              briefing.sitesBelow().stream()
                  .collect(
                      Collectors.toMap(site -> site, site -> due(briefing.daysToBrief(), site))));
      workflow.briefingsDue(briefings.withTeams(opened));
      notices.record(
          BriefingDueRenderer.KIND, BriefingDueRenderer.RECIPIENTS, Map.of("briefing", briefingId));
    }
    notices.record(
        MemoArrivedRenderer.KIND, MemoArrivedRenderer.RECIPIENTS, Map.of("briefing", briefingId));
    var teamHasAcknowledged =
        briefings.acknowledged(briefingId, BriefingState.HELD, clock.instant());
    if (!teamHasAcknowledged) {
      briefings.waiting(briefingId);
    }
    return teamHasAcknowledged;
  }

  private Instant due(int daysToBrief, String site) {
    return workingTime.calendar(site).after(clock.instant(), WorkingAmount.days(daysToBrief));
  }
}
