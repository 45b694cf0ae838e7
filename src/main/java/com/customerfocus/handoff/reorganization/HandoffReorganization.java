package com.customerfocus.handoff.reorganization;

import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.deadline.level.Turns;
import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.handoff.HandoffMoves;
import com.customerfocus.handoff.HandoffMoves.Move;
import com.customerfocus.handoff.HandoffMoves.Place;
import com.customerfocus.handoff.HandoffWorkflow;
import com.customerfocus.handoff.HandoffWorkflow.Moved;
import com.customerfocus.organization.OrganizationChanged;
import com.customerfocus.organization.OrganizationChanged.Closed;
import com.customerfocus.organization.absence.DepartmentHeads;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets open handoffs follow the organization, in the transaction of the import that changed it: the
 * successor of a department that closes has its handoffs, those it asked for and those it was asked
 * for, with their clocks; what a leaver has promised goes to the head in charge. Targets and
 * promised dates stay.
 */
@Component
class HandoffReorganization {

  private final HandoffMoves moves;
  private final HandoffWorkflow workflow;
  private final ServiceClocks clocks;
  private final Turns turns;
  private final DepartmentHeads heads;
  private final Clock clock;

  HandoffReorganization(
      HandoffMoves moves,
      HandoffWorkflow workflow,
      ServiceClocks clocks,
      Turns turns,
      DepartmentHeads heads,
      Clock clock) {
    this.moves = moves;
    this.workflow = workflow;
    this.clocks = clocks;
    this.turns = turns;
    this.heads = heads;
    this.clock = clock;
  }

  /** Before the tasks that leavers still have go to their managers. */
  @EventListener
  @Order(0)
  void follow(OrganizationChanged change) {
    var successors =
        change.closed().stream()
            .collect(Collectors.toMap(it -> it.department().id(), it -> it.successor().id()));
    if (successors.isEmpty() && change.leavers().isEmpty()) {
      return;
    }
    // Handoffs before clocks, as a step of a person locks them.
    var heirs = new Heirs(successors, remembering(heads::headInCharge));
    var moved = moves.lock(successors.keySet()).stream().map(heirs::move).toList();
    if (moved.isEmpty()) {
      return;
    }
    moves.record(moved, heirs.ofPromises(moved));
    if (!successors.isEmpty()) {
      clocks.handTo(HandoffClocks.KIND, successors);
      turns.handTo(HandoffClocks.KIND, successors, clock.instant());
    }
    // What a process was told could not be taken back with the tables.
    if (!change.isDryRun()) {
      tell(moved);
    }
    change.closed().forEach(it -> sayClosed(change, it, moved));
    sayOwners(change, moved);
  }

  /** Where handoffs go; a plain rule. */
  record Heirs(Map<String, String> successors, UnaryOperator<String> headOf) {

    Move move(Place from) {
      var partner = successors.getOrDefault(from.partnerDepartment(), from.partnerDepartment());
      return new Move(
          from,
          successors.getOrDefault(from.requesterDepartment(), from.requesterDepartment()),
          partner,
          owner(from, partner));
    }

    /** Who has the promises of handoffs that another person or department has, by promise. */
    Map<Long, String> ofPromises(List<Move> moved) {
      var people = new HashMap<Long, String>();
      for (var it : moved) {
        var person = it.ownerId() != null ? it.ownerId() : headOf.apply(it.partnerDepartment());
        if (it.concernsPartner() && it.from().promiseId() != null && person != null) {
          people.put(it.from().promiseId(), person);
        }
      }
      return people;
    }

    private String owner(Place from, String partner) {
      if (!from.ownerLeft()) {
        return from.ownerId();
      }
      // A date that a leaver proposed becomes the promise of the one who has it then.
      var isBound =
          switch (from.state()) {
            case ACCEPTED, DELIVERED, DATE_PROPOSED -> true;
            default -> false;
          };
      return isBound ? headOf.apply(partner) : null;
    }
  }

  private static UnaryOperator<String> remembering(Function<String, Optional<String>> ask) {
    var known = new HashMap<String, Optional<String>>();
    return department -> known.computeIfAbsent(department, ask).orElse(null);
  }

  private void tell(List<Move> moved) {
    var waitsFor = moves.waitsFor(moved);
    // A group has them first; who stands in for it and what becomes of claims of people who are no
    // members follows, see HandoffStandIns.
    workflow.moved(
        moved.stream()
            .filter(Move::concernsPartner)
            .map(
                it ->
                    new Moved(
                        it.from().id(),
                        it.partnerDepartment(),
                        it.from().holderId(),
                        it.ownerId(),
                        waitsFor.get(it.from().id())))
            .toList());
  }

  private static void sayClosed(OrganizationChanged change, Closed it, List<Move> moved) {
    var id = it.department().id();
    var asPartner =
        moved.stream().filter(move -> move.from().partnerDepartment().equals(id)).count();
    var asRequester =
        moved.stream().filter(move -> move.from().requesterDepartment().equals(id)).count();
    if (asPartner > 0) {
      say(change, it, asPartner, "one open handoff goes", "%,d open handoffs go");
    }
    if (asRequester > 0) {
      say(
          change,
          it,
          asRequester,
          "one open handoff that it asked for goes",
          "%,d open handoffs that it asked for go");
    }
  }

  private static void say(
      OrganizationChanged change, Closed it, long count, String one, String many) {
    change.means(
        "Closes %s: %s to %s."
            .formatted(it.department().name(), counted(count, one, many), it.successor().name()));
  }

  private static void sayOwners(OrganizationChanged change, List<Move> moved) {
    var handed = moved.stream().filter(it -> it.from().ownerLeft()).toList();
    var toHeads = handed.stream().filter(it -> it.ownerId() != null).count();
    var toGroups = handed.size() - toHeads;
    if (toHeads > 0) {
      change.means(
          counted(
              toHeads,
              "One handoff promised by a leaver goes to the head of its department.",
              "%,d handoffs promised by leavers go to the heads of their departments."));
    }
    if (toGroups > 0) {
      change.means(
          counted(
              toGroups,
              "One handoff that a leaver had goes back to its department.",
              "%,d handoffs that leavers had go back to their departments."));
    }
  }

  private static String counted(long count, String one, String many) {
    return count == 1 ? one : String.format(Locale.ENGLISH, many, count);
  }
}
