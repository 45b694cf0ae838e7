package com.customerfocus.cascade.receipt;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Acknowledgements, and what managers record of their teams. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Acknowledgements {

  private final Receipts receipts;
  private final Reattestations reattestations;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Acknowledgements(
      Receipts receipts,
      Reattestations reattestations,
      ApplicationEventPublisher events,
      Clock clock) {
    this.receipts = receipts;
    this.reattestations = reattestations;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Records who of the team was briefed and who is excused, of those who were pending.
   *
   * @param by employee id of the person who reports it
   */
  public void record(TeamAttendance attendance, String by) {
    receipts.record(attendance, by, clock.instant());
  }

  /**
   * The same for a team that was briefed: the manager, by reporting it, has acknowledged the memo.
   * A substitute who reports it in the manager's place has not: substitutes get their own.
   *
   * @param by employee id of the person who reports it
   */
  public void briefed(TeamAttendance attendance, String by) {
    record(attendance, by);
    if (by.equals(attendance.managerId())) {
      receipts
          .lock(attendance.cascadeId(), by)
          .ifPresent(receipt -> acknowledge(receipt, attendance.version()));
    }
  }

  /**
   * Acknowledges a receipt that is open; any other stays as it is.
   *
   * @param version of the memo, as the person has read it
   * @return false when that version is out of date, so that the acknowledgement does not count
   */
  public boolean acknowledge(long receiptId, int version) {
    return receipts.lock(receiptId).map(receipt -> acknowledge(receipt, version)).orElse(true);
  }

  private boolean acknowledge(Receipt receipt, int version) {
    var now = clock.instant();
    if (!receipt.mayAcknowledge(version, now)) {
      return !receipt.isOutdated(version);
    }
    // A reader of the corrected memo may acknowledge it before the sweep asks for it.
    if (receipt.isReattestationDue()) {
      reattestations.askAgain(List.of(receipt.id()));
    }
    receipts.acknowledged(receipt.id(), version, now);
    // The team does not wait for a person who was briefed: then nothing else happens.
    if (receipt.state() == ReceiptState.PENDING || receipt.isReattestationDue()) {
      events.publishEvent(new ReceiptAcknowledged(receipt.id()));
    }
    return true;
  }
}
