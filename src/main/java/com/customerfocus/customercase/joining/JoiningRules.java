package com.customerfocus.customercase.joining;

import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.support.InvalidInputException;
import java.util.stream.Stream;

/** Which cases can be joined. A plain rule. */
final class JoiningRules {

  private JoiningRules() {}

  /**
   * @throws InvalidInputException when both are the same case
   */
  static void checkNumbers(long joined, long survivor) {
    if (joined == survivor) {
      throw new InvalidInputException("refusal.joining.same");
    }
  }

  /**
   * @param hasHandoff whether a partner department works on the case that ends
   * @throws InvalidInputException when they are not both open cases of one customer, or the one
   *     that ends waits for a partner
   */
  static void check(CustomerCase joined, CustomerCase survivor, boolean hasHandoff) {
    if (joined.customerId() != survivor.customerId()) {
      throw new InvalidInputException("refusal.joining.customer");
    }
    Stream.of(joined, survivor)
        .filter(it -> it.state().isOver())
        .findFirst()
        .ifPresent(
            over -> {
              throw new InvalidInputException("refusal.joining.over", String.valueOf(over.id()));
            });
    if (hasHandoff) {
      throw new InvalidInputException("refusal.joining.handoff", String.valueOf(joined.id()));
    }
  }
}
