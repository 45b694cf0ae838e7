package com.customerfocus.cascade.reminder.process;

import com.customerfocus.cascade.reminder.FollowUpAssignment;
import com.customerfocus.cascade.reminder.FollowUpWorkflow;
import com.customerfocus.engine.Instances;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the engine which teams are late. */
@Component
class CamundaFollowUpWorkflow implements FollowUpWorkflow {

  private final Instances instances;

  CamundaFollowUpWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public Set<Long> teamsLate(List<FollowUpAssignment> teams) {
    var late =
        teams.stream()
            .filter(team -> !instances.isRunning(team.briefingId(), TeamFollowUpProcess.KEY))
            .toList();
    late.forEach(
        team ->
            instances.start(
                TeamFollowUpProcess.MESSAGE_TEAM_LATE, team.briefingId(), startVariables(team)));
    return late.stream().map(FollowUpAssignment::briefingId).collect(Collectors.toSet());
  }

  private static Map<String, Object> startVariables(FollowUpAssignment team) {
    var variables = new HashMap<String, Object>();
    TeamFollowUpProcess.CASCADE_TITLE.put(variables, team.title());
    TeamFollowUpProcess.MANAGER_ID.put(variables, team.managerId());
    TeamFollowUpProcess.FOLLOW_UP_BY.put(variables, Date.from(team.followUpBy()));
    TeamFollowUpProcess.TEAM_TEXT.putReference(
        variables, FollowUpReferences.LATE_TEAM.of(team.briefingId()));
    TeamFollowUpProcess.FOLLOW_UP.putReference(
        variables, FollowUpReferences.FIELDS.of(team.briefingId()));
    return variables;
  }

  @Override
  public Map<Long, String> assignees(Collection<Long> briefingIds) {
    return instances.assignees(briefingIds, TeamFollowUpProcess.FOLLOW_UP_TEAM);
  }
}
