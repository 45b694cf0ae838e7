package com.customerfocus.customercase.open;

import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.OpenMatters;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.PromiseFilter;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.promise.PromiseState;
import com.customerfocus.support.Sentence;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was promised to the customer of a case and is still to be kept. */
@Component
class OpenPromises implements OpenMatters {

  private static final int MOST = 20;

  private final PromiseReports promises;

  OpenPromises(PromiseReports promises) {
    this.promises = promises;
  }

  /** The customer has them; the case that goes on names them in its turn. */
  @Override
  public boolean keepsFromJoining() {
    return false;
  }

  @Override
  public List<Sentence> of(CustomerCase about) {
    var customer = Party.customer(about.customerId());
    var filter =
        new PromiseFilter(
            List.of(PromiseState.OPEN, PromiseState.RENEGOTIATED),
            null,
            customer.id(),
            null,
            null,
            null,
            null);
    return promises.promises(filter, 0, MOST).stream()
        // Ids of departments and employees are in the same column.
        .filter(it -> it.madeTo().kind() == Party.Kind.CUSTOMER)
        .map(it -> new Sentence("case.open.promise", String.valueOf(it.id()), it.what()))
        .toList();
  }
}
