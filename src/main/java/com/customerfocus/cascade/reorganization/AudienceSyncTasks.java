package com.customerfocus.cascade.reorganization;

import com.customerfocus.cascade.briefing.BriefingDueRenderer;
import com.customerfocus.cascade.briefing.BriefingSync.Handover;
import com.customerfocus.cascade.briefing.BriefingWorkflow;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.briefing.MemoArrivedRenderer;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.escalation.EscalationWorkflow;
import com.customerfocus.notice.NoticeService;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lets tasks and notices follow the briefings. */
@Component
class AudienceSyncTasks {

  private final Briefings briefings;
  private final BriefingWorkflow workflow;
  private final EscalationWorkflow escalations;
  private final NoticeService notices;

  AudienceSyncTasks(
      Briefings briefings,
      BriefingWorkflow workflow,
      EscalationWorkflow escalations,
      NoticeService notices) {
    this.briefings = briefings;
    this.workflow = workflow;
    this.escalations = escalations;
    this.notices = notices;
  }

  void end(List<Long> briefingIds) {
    workflow.briefingsEnded(briefingIds);
  }

  void handOver(List<Handover> handovers) {
    handovers.forEach(it -> workflow.teamHandedTo(it.briefingId(), it.successor()));
    briefings.withTeams(toBeHeld(handovers).toList()).forEach(this::giveTime);
  }

  private static Stream<Long> toBeHeld(List<Handover> handovers) {
    return handovers.stream().filter(Handover::isToBeHeld).map(Handover::briefingId);
  }

  private void giveTime(TeamBriefing briefing) {
    workflow.briefingPutOff(
        briefing.id(), briefing.due(), "You manage this team now, so its briefing is yours.");
    // The escalation was about the former manager.
    escalations.overdueBriefingHeld(briefing.id());
  }

  void open(List<Long> briefingIds) {
    workflow.briefingsDue(briefings.withTeams(briefingIds));
  }

  void settle(List<Long> briefingIds) {
    briefingIds.forEach(workflow::teamReached);
  }

  /** Tells managers which briefings are theirs now, and newcomers of the memo. */
  void tell(long cascadeId, List<Long> opened, List<Handover> handovers) {
    var toBrief = Stream.concat(opened.stream(), toBeHeld(handovers)).toList();
    if (!toBrief.isEmpty()) {
      notices.record(
          BriefingDueRenderer.KIND,
          CurrentAudience.MANAGERS_TO_BRIEF,
          Map.of("briefings", toBrief));
    }
    notices.record(
        MemoArrivedRenderer.KIND, CurrentAudience.NEWCOMERS, Map.of("cascade", cascadeId));
  }
}
