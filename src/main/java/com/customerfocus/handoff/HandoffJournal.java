package com.customerfocus.handoff;

import com.customerfocus.notice.NoticeService;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts a step on record: row, history, clocks, and the mail to the other side. */
@Component
class HandoffJournal {

  private final Handoffs handoffs;
  private final HandoffClocks clocks;
  private final NoticeService notices;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  HandoffJournal(
      Handoffs handoffs,
      HandoffClocks clocks,
      NoticeService notices,
      ApplicationEventPublisher events,
      Clock clock) {
    this.handoffs = handoffs;
    this.clocks = clocks;
    this.notices = notices;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The handoff has begun.
   *
   * @param isPart whether it is for a part of another one
   * @param told employee id of the person to tell by mail, or null
   */
  void begun(long id, boolean isPart, String partner, String by, String told) {
    var recipient = by.equals(told) ? null : told;
    var event =
        handoffs.addEvent(
            HandoffEvent.of(
                id,
                HandoffStep.REQUEST,
                clock.instant(),
                by,
                null,
                HandoffState.REQUESTED,
                partner,
                isPart && HandoffEvent.comesBack(handoffs.hadBy(id), partner),
                recipient));
    if (recipient != null) {
      notices.record(
          HandoffNewsRenderer.KIND, HandoffNewsRenderer.RECIPIENTS, Map.of("event", event));
    }
    clocks.begin(id, partner);
  }

  /**
   * A person follows a handoff that the caller's transaction has locked.
   *
   * @return false when the person follows it already
   */
  boolean joined(Handoff handoff, String by) {
    var now = clock.instant();
    if (!handoffs.addFollower(handoff.id(), by, now)) {
      return false;
    }
    handoffs.addEvent(
        HandoffEvent.of(
            handoff.id(),
            HandoffStep.JOIN,
            now,
            by,
            handoff.state(),
            handoff.state(),
            handoff.partnerDepartment(),
            false,
            null));
    return true;
  }

  /** Records the change of a handoff that the caller's transaction has locked. */
  void record(HandoffChange change) {
    handoffs.save(change, clock.instant());
    var recipient =
        change.by != null && change.by.equals(change.recipientId) ? null : change.recipientId;
    var event =
        new HandoffEvent(
            0,
            change.before.id(),
            change.step,
            clock.instant(),
            change.by,
            null,
            change.note,
            change.possible,
            change.reason,
            change.before.state(),
            change.state,
            change.partner,
            change.step == HandoffStep.ASK_ANOTHER
                && HandoffEvent.comesBack(handoffs.hadBy(change.before.id()), change.partner),
            change.personId,
            null,
            change.newDue == null ? null : change.before.dueAt(),
            change.newDue,
            recipient,
            null,
            change.priority == change.before.priority()
                ? null
                : new HandoffEvent.Change(change.before.priority(), change.priority),
            null);
    var id = handoffs.addEvent(event);
    if (recipient != null || HandoffNewsRenderer.FOLLOWED.contains(change.step)) {
      notices.record(HandoffNewsRenderer.KIND, HandoffNewsRenderer.RECIPIENTS, Map.of("event", id));
    }
    clocks.follow(change);
    events.publishEvent(new HandoffEvent.Recorded(event.withId(id), change.before));
  }
}
