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
   * Acknowledges a receipt that is open; any other stays as it is.
   *
   * @param version of the memo, as the person has read it
   * @return false when that version is out of date, so that the acknowledgement does not count
   */
  public boolean acknowledge(long receiptId, int version) {
    return receipts.lock(receiptId).map(receipt -> acknowledge(receipt, version)).orElse(true);
  }

  /**
   * Acknowledges what this person got in this cascade, if they got it and it is open.
   *
   * @param version of the memo, as the person has read it
   */
  public void acknowledge(long cascadeId, String personId, int version) {
    receipts.lock(cascadeId, personId).ifPresent(receipt -> acknowledge(receipt, version));
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
