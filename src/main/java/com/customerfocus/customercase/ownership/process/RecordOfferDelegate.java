package com.customerfocus.customercase.ownership.process;

import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.COLLEAGUE_ID;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.OFFER;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.OFFERED_BY;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.OFFER_DUE_AT;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.OFFER_KIND;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.OFFER_TEXT;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.TITLE;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.ownership.OwnershipService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks and records the offer of a case. */
@Component
class RecordOfferDelegate implements JavaDelegate {

  private final OwnershipService ownership;

  RecordOfferDelegate(OwnershipService ownership) {
    this.ownership = ownership;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var offered = ownership.offer(OFFER.get(execution), offeredBy(execution));
    BusinessKey.set(execution, offered.offer().id());
    // The table has it from now on.
    OFFER.remove(execution);
    OFFERED_BY.remove(execution);
    COLLEAGUE_ID.set(execution, offered.offer().toId());
    OFFER_DUE_AT.set(execution, Date.from(offered.offer().dueAt()));
    TITLE.set(execution, offered.title());
    OFFER_TEXT.setReference(execution, OFFER_KIND.of(offered.offer().id()));
  }

  /** Whom the starting program names, else who is logged in. */
  private static Actor offeredBy(DelegateExecution execution) {
    return OFFERED_BY.find(execution).orElseGet(() -> CurrentActor.of(execution));
  }
}
