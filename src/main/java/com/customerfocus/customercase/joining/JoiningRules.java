package com.customerfocus.customercase.joining;

import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import java.util.ArrayList;
import java.util.List;
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
   * @throws InvalidInputException when they are not both open cases of one customer, or the one
   *     that goes on only waits to be closed: it would close with a need that is not put right
   */
  static void checkCases(CustomerCase joined, CustomerCase survivor) {
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
    if (survivor.state().isToClose() && !joined.state().isToClose()) {
      throw new InvalidInputException(
          "refusal.joining.put-right", String.valueOf(survivor.id()), String.valueOf(joined.id()));
    }
  }

  /**
   * @param open what other people still work on or wait for in the case that ends
   * @throws InvalidInputException that names them when there are any
   */
  static void checkFinished(CustomerCase joined, List<Sentence> open) {
    if (!open.isEmpty()) {
      var sentences = new ArrayList<Sentence>();
      sentences.add(new Sentence("refusal.joining.open", String.valueOf(joined.id())));
      sentences.addAll(open);
      throw new InvalidInputException(sentences);
    }
  }
}
