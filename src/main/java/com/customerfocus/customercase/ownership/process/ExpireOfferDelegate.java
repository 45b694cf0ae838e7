package com.customerfocus.customercase.ownership.process;

import com.customerfocus.customercase.ownership.OwnershipService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends an offer that was not answered in time. */
@Component
class ExpireOfferDelegate implements JavaDelegate {

  private final OwnershipService ownership;

  ExpireOfferDelegate(OwnershipService ownership) {
    this.ownership = ownership;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ownership.expire(BusinessKey.of(execution));
  }
}
