package com.customerfocus.handoff;

import com.customerfocus.access.Actor;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.promise.DeliveryPromises;
import com.customerfocus.promise.NewPromise;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.PromiseSource;
import com.customerfocus.support.InvalidInputException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the partner can do with a handoff: each step with what it needs. */
@Component
class PartnerSteps {

  private final HandoffClocks clocks;
  private final HandoffParties parties;
  private final DeliveryPromises promises;
  private final Handoffs handoffs;
  private final HandoffWorkflow workflow;
  private final Clock clock;

  PartnerSteps(
      HandoffClocks clocks,
      HandoffParties parties,
      DeliveryPromises promises,
      Handoffs handoffs,
      HandoffWorkflow workflow,
      Clock clock) {
    this.clocks = clocks;
    this.parties = parties;
    this.promises = promises;
    this.handoffs = handoffs;
    this.workflow = workflow;
    this.clock = clock;
  }

  /**
   * The change that the step makes.
   *
   * @throws InvalidInputException when something is missing or wrong
   */
  HandoffChange take(Handoff handoff, HandoffStep step, HandoffWord word, Actor by) {
    var change = new HandoffChange(handoff, step, by.id());
    switch (step) {
      case ASK_BACK ->
          change.says(word.said("refusal.handoff.question")).tells(handoff.requesterId()).ownerId =
              by.id();
      case PROPOSE_DATE -> proposeDate(change, word);
      case ACCEPT -> accept(change, word);
      case DECLINE -> decline(change, word);
      case GIVE_TO_COLLEAGUE -> {
        change.personId = parties.colleague(word.colleague(), handoff);
        mustBeAnother(change.personId, handoff, by);
        change.ownerId = change.personId;
        promiseGoesTo(change.ownerId, handoff, by);
        change.says(word.said("refusal.handoff.give-note")).tells(change.personId);
      }
      case GIVE_BACK -> {
        change.says(word.said("refusal.handoff.give-note")).ownerId = null;
        promiseGoesTo(parties.headInCharge(handoff.partnerDepartment()), handoff, by);
      }
      case ASK_FOR_NEW_DATE -> askForNewDate(change, word);
      case HAND_ON -> handOn(change, word);
      case DELIVER -> {
        change.says(word.said("refusal.handoff.delivery")).tells(handoff.requesterId());
        change.proposedAt = null;
        // A handoff that was with the group belongs to the member who delivers it.
        if (handoff.ownerId() == null) {
          change.ownerId = by.id();
          promiseGoesTo(by.id(), handoff, by);
        }
        promises.delivered(handoff.promiseId(), by.id());
      }
      case GIVE_UP -> {
        change.says(word.said("refusal.handoff.give-up")).tells(handoff.requesterId());
        change.possible = word.alternative(change.note);
        promises.givenUp(handoff.promiseId(), by.id());
      }
      default -> throw new IllegalArgumentException(step + " is no step of the partner");
    }
    return change;
  }

  /** What a group has belongs to no member yet, but a member who has claimed it has it. */
  private void mustBeAnother(String colleague, Handoff handoff, Actor by) {
    var hasClaimed =
        handoff.ownerId() == null
            && colleague.equals(by.id())
            && workflow.hasRequest(handoff.id()).filter(colleague::equals).isPresent();
    if (hasClaimed || colleague.equals(handoff.ownerId())) {
      throw colleague.equals(by.id())
          ? new InvalidInputException("refusal.handoff.yours-already")
          : new InvalidInputException("refusal.handoff.theirs-already", handoff.ownerName());
    }
  }

  private void promiseGoesTo(String person, Handoff handoff, Actor by) {
    if (handoff.promiseId() != null && person != null) {
      promises.handedTo(handoff.promiseId(), person, by.id());
    }
  }

  private void accept(HandoffChange change, HandoffWord word) {
    var due = moment(change, word);
    if (due.isAfter(change.before.wishedAt())) {
      throw new InvalidInputException(
          "refusal.handoff.after-wish",
          clocks.dates(change.partner).inWords(change.before.wishedAt()));
    }
    change.ownerId = change.by;
    promise(change, due);
    change.says(word.remark()).tells(change.before.requesterId());
  }

  /** Promises the date by the person who has the handoff. */
  void promise(HandoffChange change, Instant due) {
    change.dueAt = due;
    change.newDue = due;
    change.proposedAt = null;
    change.promiseId =
        promises.make(
            new NewPromise(
                change.ownerId,
                Party.person(change.before.requesterId()),
                change.subject,
                due,
                new PromiseSource(HandoffClocks.KIND, change.before.id())));
  }

  private void proposeDate(HandoffChange change, HandoffWord word) {
    var date = moment(change, word);
    if (!date.isAfter(change.before.wishedAt())) {
      throw new InvalidInputException("refusal.handoff.within-wish");
    }
    change.proposedAt = date;
    change.newDue = date;
    change.ownerId = change.by;
    change.says(word.remark()).tells(change.before.requesterId());
  }

  private static void decline(HandoffChange change, HandoffWord word) {
    change.reason = word.bounceReason(Side.PARTNER);
    change.ownerId = null;
    change.says(word.said("refusal.handoff.decline")).tells(change.before.requesterId());
    change.possible = word.alternative(change.note);
  }

  private void askForNewDate(HandoffChange change, HandoffWord word) {
    var handoff = change.before;
    if (handoff.proposedAt() != null) {
      throw new InvalidInputException("refusal.handoff.asked-already");
    }
    if (!clock.instant().isBefore(handoff.dueAt())) {
      throw new InvalidInputException("refusal.handoff.date-passed");
    }
    change.newDue = moment(change, word);
    if (!change.newDue.isAfter(handoff.dueAt())) {
      throw new InvalidInputException("refusal.handoff.not-later");
    }
    change.proposedAt = change.newDue;
    change.says(word.said("refusal.handoff.new-date")).tells(handoff.requesterId());
  }

  private void handOn(HandoffChange change, HandoffWord word) {
    var handoff = change.before;
    change.says(word.said("refusal.handoff.hand-on-note"));
    workflow.request(
        new HandoffRequest(
            parties.partner(word.partner(), handoff.partnerDepartment()).id(),
            handoffs.customerReference(handoff).orElse(null),
            word.need(),
            handoff.tried(),
            handoff.told(),
            word.doneWhen(),
            word.date(),
            handoff.priority().name(),
            handoff.id()),
        parties.handsOn(handoff, change.by));
  }

  private Instant moment(HandoffChange change, HandoffWord word) {
    return clocks.dates(change.partner).moment(word.date());
  }
}
