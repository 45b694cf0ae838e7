package com.customerfocus.handoff;

import static com.customerfocus.handoff.HandoffState.ACCEPTED;
import static com.customerfocus.handoff.HandoffState.ASKED_BACK;
import static com.customerfocus.handoff.HandoffState.CONFIRMED;
import static com.customerfocus.handoff.HandoffState.DATE_PROPOSED;
import static com.customerfocus.handoff.HandoffState.DECLINED;
import static com.customerfocus.handoff.HandoffState.DEEMED_CONFIRMED;
import static com.customerfocus.handoff.HandoffState.DELIVERED;
import static com.customerfocus.handoff.HandoffState.NOT_POSSIBLE;
import static com.customerfocus.handoff.HandoffState.REQUESTED;
import static com.customerfocus.handoff.HandoffState.WITHDRAWN;

import java.util.Set;

/**
 * What happens to a handoff: from which states, by which side, and where it leads. One step is one
 * row of the handoff's history. Claiming a task is no step: accepting is.
 */
public enum HandoffStep {
  /** The beginning, and a request changed after it was declined. */
  REQUEST(Side.REQUESTER, REQUESTED, DECLINED),
  ASK_BACK(Side.PARTNER, ASKED_BACK, REQUESTED),
  ANSWER(Side.REQUESTER, REQUESTED, ASKED_BACK),
  PROPOSE_DATE(Side.PARTNER, DATE_PROPOSED, REQUESTED),
  AGREE_ON_DATE(Side.REQUESTER, ACCEPTED, DATE_PROPOSED),
  REFUSE_DATE(Side.REQUESTER, REQUESTED, DATE_PROPOSED),
  DECLINE(Side.PARTNER, DECLINED, REQUESTED),
  /** Another department is asked instead. */
  ASK_ANOTHER(Side.REQUESTER, REQUESTED, DECLINED),
  ACCEPT(Side.PARTNER, ACCEPTED, REQUESTED),
  ASK_FOR_NEW_DATE(Side.PARTNER, null, ACCEPTED),
  AGREE_ON_NEW_DATE(Side.REQUESTER, null, ACCEPTED),
  REFUSE_NEW_DATE(Side.REQUESTER, null, ACCEPTED),
  /** Part of the work is asked of a third department; the promise stands. */
  HAND_ON(Side.PARTNER, null, ACCEPTED),
  DELIVER(Side.PARTNER, DELIVERED, ACCEPTED),
  GIVE_UP(Side.PARTNER, NOT_POSSIBLE, ACCEPTED),
  CONFIRM(Side.REQUESTER, CONFIRMED, DELIVERED),
  DEEM_CONFIRMED(Side.PROGRAM, DEEMED_CONFIRMED, DELIVERED),
  REOPEN(Side.REQUESTER, ACCEPTED, DELIVERED),
  /** A colleague of the same side does it from now on. */
  GIVE_TO_COLLEAGUE(Side.PARTNER, null, REQUESTED, ACCEPTED),
  GIVE_BACK(Side.PARTNER, null, REQUESTED, ACCEPTED),
  CHANGE_PRIORITY(Side.REQUESTER, null, REQUESTED, ASKED_BACK, DATE_PROPOSED, ACCEPTED),
  /**
   * A person who would have asked for the same follows it instead, and reads what becomes of it.
   */
  JOIN(Side.PROGRAM, null, REQUESTED, ASKED_BACK, DATE_PROPOSED, DECLINED, ACCEPTED, DELIVERED),
  /**
   * The organization has changed: another department or another person has the handoff, or another
   * department asks for it.
   */
  MOVE(Side.PROGRAM, null, REQUESTED, ASKED_BACK, DATE_PROPOSED, DECLINED, ACCEPTED, DELIVERED),
  /** What it was asked for goes on with another person, who asks for it from then on. */
  CHANGE_REQUESTER(
      Side.PROGRAM, null, REQUESTED, ASKED_BACK, DATE_PROPOSED, DECLINED, ACCEPTED, DELIVERED),
  /** A clock has run out. It is on record beside the steps of people, and changes nothing. */
  BREACH(Side.PROGRAM, null, REQUESTED, ASKED_BACK, DATE_PROPOSED, DECLINED, ACCEPTED),
  WITHDRAW(
      Side.REQUESTER,
      WITHDRAWN,
      REQUESTED,
      ASKED_BACK,
      DATE_PROPOSED,
      DECLINED,
      ACCEPTED,
      DELIVERED);

  /** Which side takes the step. */
  public enum Side {
    REQUESTER,
    PARTNER,
    /**
     * Neither side: a date has passed, the organization or the person who asks has changed, or a
     * person of any department follows the handoff.
     */
    PROGRAM
  }

  private final Side side;
  private final HandoffState to;
  private final Set<HandoffState> from;

  HandoffStep(Side side, HandoffState to, HandoffState... from) {
    this.side = side;
    this.to = to;
    this.from = Set.of(from);
  }

  public Side side() {
    return side;
  }

  /** Whether the side whose turn it is has until another moment afterwards, in the same state. */
  boolean changesDueDate() {
    return this == CHANGE_PRIORITY || this == AGREE_ON_NEW_DATE;
  }

  /**
   * Whether it ends the task of the side whose turn it is, so that a page with that task is out of
   * date.
   */
  boolean endsTask() {
    return switch (this) {
      case CHANGE_PRIORITY,
          AGREE_ON_NEW_DATE,
          REFUSE_NEW_DATE,
          JOIN,
          MOVE,
          CHANGE_REQUESTER,
          BREACH ->
          false;
      default -> true;
    };
  }

  /** Whether files can come with it. */
  boolean bringsFiles() {
    return this == ANSWER || this == DELIVER;
  }

  /** Whether it can be taken there; a stale page may ask for what is over. */
  public boolean isPossibleIn(HandoffState state) {
    return from.contains(state);
  }

  /**
   * The state after this step.
   *
   * @throws IllegalStateException where it is not possible
   */
  HandoffState after(HandoffState state) {
    if (!isPossibleIn(state)) {
      throw new IllegalStateException("%s is not possible in %s".formatted(this, state));
    }
    return to == null ? state : to;
  }
}
