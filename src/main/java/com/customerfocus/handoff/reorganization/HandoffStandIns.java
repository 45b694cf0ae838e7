package com.customerfocus.handoff.reorganization;

import com.customerfocus.handoff.HandoffMoves;
import com.customerfocus.handoff.HandoffMoves.Count;
import com.customerfocus.handoff.HandoffMoves.OfGroup;
import com.customerfocus.handoff.HandoffWorkflow;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.OrganizationChanged;
import com.customerfocus.organization.OrganizationChanged.Split;
import com.customerfocus.organization.absence.DepartmentHeads;
import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the groups that have open handoffs from being empty: while no member can act, the head or
 * the next manager up has their tasks, and once a member can, the group has them again. The number
 * of statements does not depend on the number of handoffs, and only tasks that change hands are
 * touched.
 */
@Component
class HandoffStandIns {

  private static final int AT_ONCE = 200;

  private final HandoffMoves moves;
  private final DepartmentHeads heads;
  private final HandoffWorkflow workflow;

  HandoffStandIns(HandoffMoves moves, DepartmentHeads heads, HandoffWorkflow workflow) {
    this.moves = moves;
    this.heads = heads;
    this.workflow = workflow;
  }

  /** After absences have begun or ended; does some, and says whether there may be more. */
  @Transactional
  public boolean changeSome() {
    return change(AT_ONCE, false) == AT_ONCE;
  }

  /** In the transaction that changes the organization, after handoffs have moved. */
  @EventListener
  @Order(1)
  void follow(OrganizationChanged change) {
    change(Integer.MAX_VALUE, change.isDryRun());
    if (!change.isDryRun()) {
      unclaim(change);
    }
    var reshaped =
        Stream.concat(change.split().stream().map(Split::department), change.newHeads().stream())
            .map(Department::id)
            .collect(Collectors.toSet());
    if (!reshaped.isEmpty()) {
      var open =
          moves.open(reshaped).stream().collect(Collectors.toMap(Count::departmentId, it -> it));
      change.split().forEach(it -> saySplit(change, it, open.get(it.department().id())));
      change.newHeads().forEach(it -> sayNewHead(change, it, open.get(it.id())));
    }
  }

  /** Of leavers before their tasks go to managers, who need not be members of the group. */
  private void unclaim(OrganizationChanged change) {
    var gone =
        Stream.concat(change.movers().stream(), change.leavers().stream())
            .collect(Collectors.toSet());
    var claimed = gone.isEmpty() ? Map.<Long, String>of() : workflow.tasksOf(gone);
    if (!claimed.isEmpty()) {
      workflow.standInsChanged(moves.unclaim(claimed));
    }
  }

  private static void saySplit(OrganizationChanged change, Split split, Count open) {
    if (open != null) {
      var name = split.department().name();
      change.means(
          "Splits %s, with people going to %s: %s %s with %s."
              .formatted(
                  name,
                  String.join(", ", split.to()),
                  counted(open),
                  open.handoffs() == 1 ? "stays" : "stay",
                  name));
    }
  }

  private static void sayNewHead(OrganizationChanged change, Department department, Count open) {
    if (open != null) {
      change.means(
          "%s gets another head, %s, who answers for %s."
              .formatted(department.name(), open.headName(), counted(open)));
    }
  }

  private static String counted(Count open) {
    return open.handoffs() == 1
        ? "one open handoff"
        : String.format(Locale.ENGLISH, "%,d open handoffs", open.handoffs());
  }

  private int change(int most, boolean isDryRun) {
    var groups = moves.ofGroups();
    var standIns =
        heads.standIns(groups.stream().map(OfGroup::partnerDepartment).distinct().toList());
    var different =
        groups.stream()
            .filter(it -> !Objects.equals(it.standInId(), standIns.get(it.partnerDepartment())))
            .map(OfGroup::partnerDepartment)
            .collect(Collectors.toSet());
    if (different.isEmpty()) {
      return 0;
    }
    var changes = moves.standIn(different, standIns, most);
    // What a process was told could not be taken back with the tables.
    if (!isDryRun && !changes.isEmpty()) {
      workflow.standInsChanged(changes);
    }
    return changes.size();
  }

  @Configuration(proxyBeanMethods = false)
  static class Sweeps {

    @Bean
    Sweep standInsOfHandoffs(HandoffStandIns standIns) {
      return new Sweep("standins", Duration.ofMinutes(1), standIns::changeSome);
    }
  }
}
