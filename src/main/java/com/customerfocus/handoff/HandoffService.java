package com.customerfocus.handoff;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.handoff.HandoffClocks.Deadline;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.handoff.RequestService.NewFile;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps of handoffs, one after the other for each handoff. */
@Service
@Transactional
public class HandoffService {

  private final Handoffs handoffs;
  private final HandoffParties parties;
  private final HandoffClocks clocks;
  private final HandoffJournal journal;
  private final StepsOfSides steps;
  private final HandoffWorkflow workflow;

  HandoffService(
      Handoffs handoffs,
      HandoffParties parties,
      HandoffClocks clocks,
      HandoffJournal journal,
      StepsOfSides steps,
      HandoffWorkflow workflow) {
    this.handoffs = handoffs;
    this.parties = parties;
    this.clocks = clocks;
    this.journal = journal;
    this.steps = steps;
    this.workflow = workflow;
  }

  /**
   * Sets the targets of a request by the present table, and starts the partner's clock. A request
   * that comes back to the partner keeps those it has.
   */
  public HandoffCourse setClocks(long id) {
    var handoff = handoffs.lock(id);
    if (handoff.targets() != null) {
      return course(handoff, null);
    }
    var targets = workflow.targets(handoff.partnerDepartment(), handoff.priority(), handoff.tier());
    handoffs.setTargets(id, targets);
    var due = clocks.startOwn(id, handoff.partnerDepartment(), targets);
    return begins(course(handoff, null, Optional.of(due)));
  }

  /**
   * Takes a step.
   *
   * @param possible the steps that the person could choose from
   * @param files of the form; they count when an answer or a delivery was chosen
   * @throws NotAllowedException when the step is not this person's
   * @throws InvalidInputException when something is missing or wrong, a file may not be kept, or
   *     the handoff has gone on meanwhile; nothing is recorded then
   */
  public HandoffCourse take(
      long id, HandoffWord word, Set<HandoffStep> possible, List<NewFile> files, Actor by) {
    var step = word.step(possible);
    var course = take(handoffs.lock(id), step, word, by);
    if (step.bringsFiles()) {
      steps.attach(course.handoff(), files, by);
    }
    return course;
  }

  private HandoffCourse take(Handoff handoff, HandoffStep step, HandoffWord word, Actor by) {
    if (step != HandoffStep.GIVE_TO_COLLEAGUE || !answersForLate(handoff, by)) {
      parties.check(handoff, step, by);
    }
    if (!step.isPossibleIn(handoff.state())) {
      throw new InvalidInputException(List.of(whatHappened(handoff)));
    }
    journal.record(steps.take(handoff, step, word, by));
    if (step == HandoffStep.DELIVER && handoff.proposedAt() != null) {
      workflow.newDateObsolete(handoff.id());
    }
    var course = course(handoff.id(), step);
    if (step.changesDueDate()) {
      workflow.dueChanged(course);
    }
    var next = step.endsTask() ? begins(course) : course;
    return next.isOtherThan(handoff) ? expected(next) : next;
  }

  /** The requester waits for something else, or until another date. */
  private HandoffCourse expected(HandoffCourse course) {
    var next = course.withWaitsFor(clocks.dates(course.handoff().partnerDepartment()));
    workflow.expectationChanged(next);
    return next;
  }

  /**
   * Whether this person answers for the partner's department, and it has not delivered in time: its
   * head may give the work of one member to another.
   */
  @Transactional(readOnly = true)
  public boolean answersForLate(long id, Actor by) {
    return handoffs.find(id).filter(it -> answersForLate(it, by)).isPresent();
  }

  private boolean answersForLate(Handoff handoff, Actor by) {
    return clocks.isDeliveryLate(handoff) && parties.answersFor(handoff.partnerDepartment(), by);
  }

  /** The kinds of handoffs that are not over and have targets. */
  @Transactional(readOnly = true)
  public List<Handoff.TargetKind> openKinds() {
    return handoffs.openKinds();
  }

  /** The handoffs of these kinds that are not over, in the order of their requests. */
  @Transactional(readOnly = true)
  public List<Handoff.Brief> open(Set<Handoff.TargetKind> kinds) {
    return kinds.isEmpty() ? List.of() : handoffs.open(kinds);
  }

  /**
   * Gives a handoff other targets, for clocks that run or are still to start. Time that is used up
   * counts; clocks that have ended stay as they are.
   *
   * @param change the new targets of the handoff as it is now; empty leaves it alone
   */
  public void retarget(long id, Function<Handoff, Optional<HandoffTargets>> change) {
    var handoff = handoffs.lock(id);
    change
        .apply(handoff)
        .ifPresent(
            targets -> {
              handoffs.setTargets(id, targets);
              clocks.retarget(handoff, targets);
              workflow.dueChanged(course(id, null));
            });
  }

  /** The requester has not answered in time: the delivery counts as accepted. */
  public HandoffCourse deemConfirmed(long id) {
    var handoff = handoffs.lock(id);
    journal.record(steps.deemConfirmed(handoff));
    return course(id, null);
  }

  /**
   * An administrator or the process that called it has ended the process of a handoff: withdrawn by
   * the program, and the partner is told. One that is over stays as it is.
   */
  public void endedWithProcess(long id) {
    if (handoffs.find(id).filter(it -> !it.state().isOver()).isPresent()) {
      var handoff = handoffs.lock(id);
      if (!handoff.state().isOver()) {
        end(handoff);
      }
    }
  }

  private void end(Handoff handoff) {
    var holder = Optional.ofNullable(handoff.ownerId()).or(() -> workflow.hasRequest(handoff.id()));
    journal.record(steps.endedByProgram(handoff).tells(holder.orElse(null)));
  }

  /**
   * A person who would have asked for the same follows the handoff instead. Who asked for it or has
   * it reads what becomes of it anyway.
   *
   * @param customer reference of the handoff's customer: who does not know it finds no handoff
   * @return false when the person knew of it before; nothing has changed then
   * @throws NotAllowedException when there is no handoff of this number about this customer
   * @throws InvalidInputException when it is over, or the person belongs to no department
   */
  public boolean join(long id, String customer, Actor by) {
    var handoff = handoffs.lock(id);
    if (!handoffs.customerReference(handoff).filter(it -> it.equals(customer)).isPresent()) {
      throw new NotAllowedException("refusal.handoff.unknown");
    }
    parties.requesterOf(by.id());
    if (!HandoffStep.JOIN.isPossibleIn(handoff.state())) {
      throw new InvalidInputException(List.of(whatHappened(handoff)));
    }
    var isParty = by.id().equals(handoff.requesterId()) || by.id().equals(handoff.ownerId());
    return !isParty && journal.joined(handoff, by.id());
  }

  /** Who did what instead, for a person whose page is out of date. */
  @Transactional(readOnly = true)
  public Sentence whatHappened(long id) {
    return whatHappened(handoffs.find(id).orElseThrow());
  }

  private Sentence whatHappened(Handoff handoff) {
    var last = handoffs.lastMove(handoff.id());
    return new Sentence(
        "handoff.now." + last.step(),
        last.byName() == null ? new Sentence("handoff.program") : last.byName(),
        clocks.dates(last.department()).inWords(last.at()));
  }

  private HandoffCourse course(long id, HandoffStep taken) {
    return course(handoffs.find(id).orElseThrow(), taken);
  }

  private HandoffCourse course(Handoff handoff, HandoffStep taken) {
    return course(handoff, taken, clocks.deadline(handoff));
  }

  private HandoffCourse course(Handoff handoff, HandoffStep taken, Optional<Deadline> due) {
    var isWithGroup = handoff.state().turn() == Side.PARTNER && handoff.ownerId() == null;
    return new HandoffCourse(
        handoff,
        subject(handoff, due.orElse(null)),
        isWithGroup ? parties.steward(handoff.partnerDepartment()) : handoff.ownerId(),
        due.map(Deadline::at).orElse(null),
        taken == HandoffStep.ASK_FOR_NEW_DATE,
        null);
  }

  /** The next task begins with this holder: who stands in for a group is on record. */
  private HandoffCourse begins(HandoffCourse course) {
    var handoff = course.handoff();
    var standIn = handoff.ownerId() == null ? course.holderId() : null;
    if (!Objects.equals(standIn, handoff.standInId())) {
      handoffs.setStandIn(handoff.id(), standIn);
    }
    return course;
  }

  /** The due date is read on the clock of the side whose turn it is. */
  private String subject(Handoff handoff, Deadline due) {
    return due == null
        ? handoff.title()
        : "%s (%s)".formatted(handoff.title(), due.dates().inWords(due.at(), Locale.ENGLISH));
  }

  /** Numbers of the handoffs about this customer, in order. */
  @Transactional(readOnly = true)
  public List<Long> ofCustomer(long customerId) {
    return handoffs.ofCustomer(customerId);
  }

  /** Numbers of the promises made in them. */
  @Transactional(readOnly = true)
  public List<Long> promisesOfCustomer(long customerId) {
    return handoffs.promisesOfCustomer(customerId);
  }

  /** Locks the handoffs about a customer until the transaction ends. */
  public void lockOfCustomer(long customerId) {
    handoffs.ofCustomer(customerId).forEach(handoffs::lock);
  }

  /**
   * Removes what people wrote in the handoffs about a customer. Those that are open end, and both
   * sides read why; their process instances are the caller's matter.
   *
   * @return their numbers
   */
  public List<Long> removeCustomer(long customerId) {
    var ids = handoffs.ofCustomer(customerId);
    if (!ids.isEmpty()) {
      ids.stream()
          .map(handoffs::lock)
          .filter(handoff -> !handoff.state().isOver())
          .forEach(this::end);
      handoffs.removeWords(ids);
      steps.removeWords(ids);
    }
    return ids;
  }
}
