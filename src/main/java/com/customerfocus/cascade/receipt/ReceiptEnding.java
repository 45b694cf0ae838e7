package com.customerfocus.cascade.receipt;

import com.customerfocus.cascade.CascadeEnding;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets pending receipts of a cascade that is over lapse. */
@Component
@Order(1)
class ReceiptEnding implements CascadeEnding {

  private static final int AT_ONCE = 10_000;

  private final Receipts receipts;
  private final Clock clock;

  ReceiptEnding(Receipts receipts, Clock clock) {
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  public boolean endSome(long cascadeId) {
    receipts.lapse(cascadeId, AT_ONCE, clock.instant());
    return receipts.isAnyPending(cascadeId);
  }
}
