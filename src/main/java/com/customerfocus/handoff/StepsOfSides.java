package com.customerfocus.handoff;

import com.customerfocus.access.Actor;
import com.customerfocus.attachment.Attachments;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.handoff.RequestService.NewFile;
import com.customerfocus.promise.DeliveryPromises;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The steps of both sides, and the one that the program takes. */
@Component
class StepsOfSides {

  private final PartnerSteps partner;
  private final RequesterSteps requester;
  private final DeliveryPromises promises;
  private final Attachments attachments;

  StepsOfSides(
      PartnerSteps partner,
      RequesterSteps requester,
      DeliveryPromises promises,
      Attachments attachments) {
    this.partner = partner;
    this.requester = requester;
    this.promises = promises;
    this.attachments = attachments;
  }

  /** The change that a step makes. */
  HandoffChange take(Handoff handoff, HandoffStep step, HandoffWord word, Actor by) {
    return step.side() == Side.PARTNER
        ? partner.take(handoff, step, word, by)
        : requester.take(handoff, step, word, by);
  }

  /** Keeps the files that came with a step. */
  void attach(Handoff handoff, List<NewFile> files, Actor by) {
    files.forEach(file -> attachments.add(handoff.files(), file.name(), file.content(), by.id()));
  }

  /** The change when the requester has not answered in time. */
  HandoffChange deemConfirmed(Handoff handoff) {
    promises.accepted(handoff.promiseId(), null);
    return new HandoffChange(handoff, HandoffStep.DEEM_CONFIRMED, null).tells(handoff.ownerId());
  }

  /**
   * The change when the customer's data are removed or its process ends, and the handoff with it.
   */
  HandoffChange endedByProgram(Handoff handoff) {
    if (handoff.promiseId() != null) {
      promises.withdrawn(handoff.promiseId(), null);
    }
    return new HandoffChange(handoff, HandoffStep.WITHDRAW, null);
  }

  /** What was promised in these is no longer on record. */
  void removeWords(Collection<Long> handoffIds) {
    promises.removeWords(Handoff.KIND, handoffIds);
  }
}
