package com.customerfocus.handoff.reader;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffView;
import org.springframework.stereotype.Component;

/**
 * The two sides of a handoff: the person who asked for it, the members of the department that was
 * asked, and who has it.
 */
@Component
public class HandoffReaders {

  private final HandoffView handoffs;

  HandoffReaders(HandoffView handoffs) {
    this.handoffs = handoffs;
  }

  /** Whether the person belongs to one of the sides, or acts for one of these people. */
  public boolean mayRead(long handoffId, Actor reader) {
    return handoffs.find(handoffId).filter(it -> isOfASide(it, reader)).isPresent();
  }

  private static boolean isOfASide(Handoff handoff, Actor reader) {
    return reader.mayActFor(handoff.requesterId(), handoff.ownerId())
        || reader.mayActAsMemberOf(Groups.DEPARTMENT_PREFIX + handoff.partnerDepartment());
  }
}
