package com.customerfocus.handoff.reader;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.attachment.AttachmentReaders;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffView;
import org.springframework.stereotype.Component;

/**
 * The two sides of a handoff: the person who asked for it, the members of the department that was
 * asked, and who has it.
 */
@Component
public class HandoffReaders implements AttachmentReaders {

  private final HandoffView handoffs;

  HandoffReaders(HandoffView handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public String subjectKind() {
    return Handoff.FILES;
  }

  @Override
  public boolean mayRead(long handoffId, Actor reader) {
    return handoffs.find(handoffId).filter(it -> isOfASide(it, reader)).isPresent();
  }

  private static boolean isOfASide(Handoff handoff, Actor reader) {
    return reader.mayActFor(handoff.requesterId(), handoff.ownerId())
        || reader.mayActAsMemberOf(Groups.DEPARTMENT_PREFIX + handoff.partnerDepartment());
  }
}
