package com.customerfocus.handoff;

import com.customerfocus.handoff.HandoffStep.Side;

/** Where a handoff stands. */
public enum HandoffState {
  /** The partner has the say. */
  REQUESTED,
  /** The partner has asked something; the requester has the say. */
  ASKED_BACK,
  /** The partner offers another date; the requester has the say. */
  DATE_PROPOSED,
  /**
   * The partner will not do it and has said what is possible; the requester chooses another way.
   */
  DECLINED,
  /** A person of the partner has promised it. */
  ACCEPTED,
  /** The requester has the say whether it is right. */
  DELIVERED,
  CONFIRMED,
  /** The requester did not answer in time. Counted apart from {@link #CONFIRMED}. */
  DEEMED_CONFIRMED,
  /** The partner could not do what was promised. */
  NOT_POSSIBLE,
  WITHDRAWN;

  /** Which side has to do something next; null when it is over. */
  public Side turn() {
    return switch (this) {
      case REQUESTED, ACCEPTED -> Side.PARTNER;
      case ASKED_BACK, DATE_PROPOSED, DECLINED, DELIVERED -> Side.REQUESTER;
      default -> null;
    };
  }

  /** Whether nothing more is to be done. */
  public boolean isOver() {
    return this == CONFIRMED
        || this == DEEMED_CONFIRMED
        || this == NOT_POSSIBLE
        || this == WITHDRAWN;
  }
}
