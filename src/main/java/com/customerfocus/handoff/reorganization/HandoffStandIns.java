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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
    return make(changes(), AT_ONCE) == AT_ONCE;
  }

  /** In the transaction that changes the organization, after handoffs have moved. */
  @EventListener
  @Order(1)
  void follow(OrganizationChanged change) {
    var due = changes();
    say(change, due);
    // What a process was told could not be taken back with the tables.
    if (!change.isDryRun()) {
      make(due, Integer.MAX_VALUE);
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
    return counted(open.handoffs());
  }

  private static String counted(long handoffs) {
    return handoffs == 1
        ? "one open handoff"
        : String.format(Locale.ENGLISH, "%,d open handoffs", handoffs);
  }

  /**
   * Groups with another person to stand in than the one on record.
   *
   * @param groups with the person on record
   * @param standIns employee ids by department; none where members can act
   */
  private record Changes(List<OfGroup> groups, Map<String, String> standIns) {

    Set<String> departments() {
      return groups.stream().map(OfGroup::partnerDepartment).collect(Collectors.toSet());
    }
  }

  private Changes changes() {
    var groups = moves.ofGroups();
    var standIns =
        heads.standIns(groups.stream().map(OfGroup::partnerDepartment).distinct().toList());
    return new Changes(
        groups.stream()
            .filter(it -> !Objects.equals(it.standInId(), standIns.get(it.partnerDepartment())))
            .toList(),
        standIns);
  }

  private int make(Changes due, int most) {
    if (due.groups().isEmpty()) {
      return 0;
    }
    var changes = moves.standIn(due.departments(), due.standIns(), most);
    if (!changes.isEmpty()) {
      workflow.standInsChanged(changes);
    }
    return changes.size();
  }

  private void say(OrganizationChanged change, Changes due) {
    var handoffs = new TreeMap<String, Long>();
    due.groups().stream()
        .filter(it -> due.standIns().containsKey(it.partnerDepartment()))
        .forEach(it -> handoffs.merge(it.partnerDepartment(), it.handoffs(), Long::sum));
    if (handoffs.isEmpty()) {
      return;
    }
    var departments = moves.departments(handoffs.keySet());
    var people = moves.people(due.standIns().values());
    handoffs.forEach(
        (department, count) ->
            change.means(
                "No member of %s can act: %s %s to %s."
                    .formatted(
                        departments.get(department),
                        counted(count),
                        count == 1 ? "goes" : "go",
                        people.get(due.standIns().get(department)))));
  }

  @Configuration(proxyBeanMethods = false)
  static class Sweeps {

    @Bean
    Sweep standInsOfHandoffs(HandoffStandIns standIns) {
      return new Sweep("standins", Duration.ofMinutes(1), standIns::changeSome);
    }
  }
}
