package com.customerfocus.customercase.followup;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.remark.CasePart;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What owners noted when they asked a customer again. */
@Component
class FollowUpsOfCustomer implements CustomerDataHolder, CasePart {

  private final FollowUps followUps;
  private final CustomerMessages cases;
  private final Clock clock;

  FollowUpsOfCustomer(FollowUps followUps, CustomerMessages cases, Clock clock) {
    this.followUps = followUps;
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public String part() {
    return "follow-ups";
  }

  @Override
  public List<FollowUp> export(Subject customer) {
    return followUps.ofCustomer(customer.id());
  }

  /** The cases first, as a step locks them that opens a case again and cancels follow-ups. */
  @Override
  public void lock(Subject customer) {
    cases.lockOfCustomer(customer.id());
    followUps.lockOpen(customer.id());
  }

  @Override
  public List<FollowUp> ofCase(long caseId) {
    return followUps.ofCase(caseId);
  }

  /** Those to come are refused by the contact policy on their day. */
  @Override
  public void remove(Subject customer) {
    followUps.refuseOpen(customer.id(), clock.instant());
    followUps.removeWords(customer.id());
  }
}
