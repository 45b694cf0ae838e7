package com.customerfocus.customercase.ownership;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseMoves;
import com.customerfocus.customercase.CaseMoves.Move;
import com.customerfocus.customercase.CaseMoves.Place;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.organization.OrganizationChanged;
import com.customerfocus.organization.absence.Deputies;
import com.customerfocus.organization.absence.PeopleAway;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives open cases another owner when theirs leaves or goes away, in the transaction of the import
 * or of the absence, and when a case begins whose owner is not there. A case is never without an
 * owner. Cases are read with one statement and written in batches.
 */
@Component
class CaseSuccession {

  private final CaseMoves cases;
  private final Deputies deputies;
  private final ManagementLine line;

  CaseSuccession(CaseMoves cases, Deputies deputies, ManagementLine line) {
    this.cases = cases;
    this.deputies = deputies;
    this.line = line;
  }

  /** Before the tasks that leavers still have go to their managers. */
  @EventListener
  @Order(0)
  void follow(OrganizationChanged change) {
    if (change.leavers().isEmpty()) {
      return;
    }
    var left = cases.lockOfLeavers();
    var moved = move(left, !change.isDryRun());
    if (!moved.isEmpty()) {
      change.means(
          counted(
              moved.size(),
              "One customer’s case of a leaver gets another owner.",
              "%,d customers’ cases of leavers get other owners."));
    }
    if (moved.size() < left.size()) {
      change.means(
          counted(
              left.size() - moved.size(),
              "One customer’s case stays with a leaver: all managers above have left, too.",
              "%,d customers’ cases stay with leavers: all managers above have left, too."));
    }
  }

  @EventListener
  void away(PeopleAway absences) {
    move(cases.lockOwnedBy(absences.people()), true);
  }

  /**
   * A reopened case goes to the old owner, or to the one who acts for them. Before others read
   * whose it is.
   */
  @EventListener
  @Order(0)
  void began(CaseEvent.Recorded recorded) {
    var step = recorded.event().step();
    if (step == CaseStep.OPEN || step == CaseStep.REOPEN) {
      // A case begins with the one who opened it.
      var owner = recorded.before() == null ? recorded.event().by() : recorded.before().ownerId();
      move(List.of(new Place(recorded.event().caseId(), owner)), true);
    }
  }

  private List<Move> move(List<Place> places, boolean tells) {
    if (places.isEmpty()) {
      return List.of();
    }
    var owners = places.stream().map(Place::ownerId).distinct().toList();
    var moves = new Heirs(deputies.actingFor(owners), remembering(line::inCharge)).moves(places);
    cases.record(moves, null, null, tells);
    return moves;
  }

  private static Function<String, Optional<String>> remembering(
      Function<String, Optional<String>> ask) {
    var known = new HashMap<String, Optional<String>>();
    return person -> known.computeIfAbsent(person, ask);
  }

  private static String counted(long count, String one, String many) {
    return count == 1 ? one : String.format(Locale.ENGLISH, many, count);
  }
}
