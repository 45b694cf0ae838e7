package com.customerfocus.handoff;

import com.customerfocus.access.Actor;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.promise.DeliveryPromises;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the requester can do with a handoff: each step with what it needs. */
@Component
class RequesterSteps {

  private final HandoffClocks clocks;
  private final HandoffParties parties;
  private final PartnerSteps partner;
  private final DeliveryPromises promises;
  private final HandoffWorkflow workflow;
  private final Clock clock;

  RequesterSteps(
      HandoffClocks clocks,
      HandoffParties parties,
      PartnerSteps partner,
      DeliveryPromises promises,
      HandoffWorkflow workflow,
      Clock clock) {
    this.clocks = clocks;
    this.parties = parties;
    this.partner = partner;
    this.promises = promises;
    this.workflow = workflow;
    this.clock = clock;
  }

  /**
   * The change that the step makes.
   *
   * @throws InvalidInputException when something is missing or wrong
   */
  HandoffChange take(Handoff handoff, HandoffStep step, HandoffWord word, Actor by) {
    var change = new HandoffChange(handoff, step, by.id()).tells(handoff.ownerId());
    switch (step) {
      case ANSWER -> change.says(word.said("refusal.handoff.answer"));
      case AGREE_ON_DATE -> {
        if (!clock.instant().isBefore(handoff.proposedAt())) {
          throw new InvalidInputException("refusal.handoff.proposal-over");
        }
        partner.promise(change.says(word.remark()), handoff.proposedAt());
      }
      case REFUSE_DATE -> refuseDate(change, word);
      case REQUEST -> askAnew(change, word);
      case ASK_ANOTHER -> askAnother(change, word);
      case AGREE_ON_NEW_DATE -> {
        change.says(word.remark());
        change.newDue = laterDate(handoff);
        change.dueAt = change.newDue;
        change.proposedAt = null;
        promises.renegotiated(handoff.promiseId(), change.newDue, by.id());
      }
      case REFUSE_NEW_DATE -> {
        laterDate(handoff);
        change.says(word.said("refusal.handoff.refuse-date")).proposedAt = null;
      }
      case CONFIRM -> {
        change.says(word.remark());
        promises.accepted(handoff.promiseId(), by.id());
      }
      case REOPEN -> {
        change.reason = word.bounceReason(Side.REQUESTER);
        change.says(word.said("refusal.handoff.missing"));
        promises.returned(handoff.promiseId(), by.id());
      }
      case CHANGE_PRIORITY -> changePriority(change, word);
      case WITHDRAW -> {
        change.says(word.said("refusal.handoff.withdraw"));
        if (handoff.state() == HandoffState.REQUESTED && handoff.ownerId() == null) {
          workflow.hasRequest(handoff.id()).ifPresent(change::tells);
        }
        if (handoff.promiseId() != null) {
          promises.withdrawn(handoff.promiseId(), by.id());
        }
      }
      default -> throw new IllegalArgumentException(step + " is no step of the requester");
    }
    return change;
  }

  /** The later date that the partner asks for. */
  private static Instant laterDate(Handoff handoff) {
    if (handoff.proposedAt() == null) {
      throw new InvalidInputException("refusal.handoff.not-asked");
    }
    return handoff.proposedAt();
  }

  private void refuseDate(HandoffChange change, HandoffWord word) {
    change.says(word.said("refusal.handoff.refuse-date"));
    change.proposedAt = null;
    if (!Texts.isBlank(word.date())) {
      change.wishedAt = clocks.dates(change.partner).moment(word.date());
    }
  }

  /** The same department, with a changed request. */
  private void askAnew(HandoffChange change, HandoffWord word) {
    var request = entered(change.before, change.partner, word);
    if (request.need().equals(change.before.need())
        && request.doneWhen().equals(change.before.doneWhen())) {
      throw new InvalidInputException("refusal.handoff.unchanged");
    }
    change.need = request.need();
    change.doneWhen = request.doneWhen();
    change.subject = RequestService.subject(request.need());
    asked(change, word);
  }

  private void askAnother(HandoffChange change, HandoffWord word) {
    var handoff = change.before;
    change.partner = parties.partner(word.partner(), handoff.requesterDepartment()).id();
    asked(change, word);
  }

  private void asked(HandoffChange change, HandoffWord word) {
    change
        .says(word.remark())
        .tells(parties.toldOfRequest(change.partner, change.before.priority()));
    change.ownerId = null;
    change.askedTimes++;
    change.targets = null;
    if (!Texts.isBlank(word.date()) || !change.wishedAt.isAfter(clock.instant())) {
      change.wishedAt = clocks.dates(change.partner).moment(word.date());
    }
  }

  /** The changed request; what was left empty stays as it was. */
  private static HandoffRequest entered(Handoff handoff, String partner, HandoffWord word) {
    var request =
        new HandoffRequest(
            partner,
            null,
            Texts.isBlank(word.need()) ? handoff.need() : Texts.strip(word.need()),
            null,
            null,
            Texts.isBlank(word.doneWhen()) ? handoff.doneWhen() : Texts.strip(word.doneWhen()),
            word.date(),
            null,
            null);
    Inputs.check(request);
    return request;
  }

  private void changePriority(HandoffChange change, HandoffWord word) {
    var handoff = change.before;
    change.priority = HandoffWord.priority(word.priority());
    if (change.priority == handoff.priority()) {
      throw new InvalidInputException("refusal.handoff.same-priority");
    }
    change.says(word.remark());
    if (handoff.ownerId() == null) {
      change.tells(
          workflow
              .hasRequest(handoff.id())
              .orElseGet(() -> parties.toldOfRequest(change.partner, change.priority)));
    }
    change.targets = workflow.targets(handoff.partnerDepartment(), change.priority, handoff.tier());
  }
}
