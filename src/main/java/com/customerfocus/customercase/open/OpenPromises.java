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

  /** With more the case stays open just so, and the next ones are named once these are kept. */
  private static final int MOST = 50;

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
    var filter =
        PromiseFilter.to(
            Party.customer(about.customerId()), PromiseState.OPEN, PromiseState.RENEGOTIATED);
    return promises.promises(filter, 0, MOST).stream()
        .map(it -> new Sentence("case.open.promise", String.valueOf(it.id()), it.what()))
        .toList();
  }
}
