package com.customerfocus.handoff;

import com.customerfocus.handoff.HandoffStep.Side;

/** Why a handoff came back: declined by the partner, or reopened by the requester. */
public enum BounceReason {
  /** Another department does this. */
  NOT_OURS(Side.PARTNER),
  NO_CAPACITY(Side.PARTNER),
  /** Too little is known to do it. */
  TOO_LITTLE_KNOWN(Side.PARTNER),
  CANNOT_BE_DONE(Side.PARTNER),
  INCOMPLETE(Side.REQUESTER),
  DOES_NOT_WORK(Side.REQUESTER),
  NOT_AS_AGREED(Side.REQUESTER);

  private final Side side;

  BounceReason(Side side) {
    this.side = side;
  }

  /** Which side gives this reason. */
  public Side side() {
    return side;
  }
}
