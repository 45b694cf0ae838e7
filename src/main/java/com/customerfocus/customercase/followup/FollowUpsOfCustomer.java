package com.customerfocus.customercase.followup;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customercase.remark.CasePart;
import java.util.List;
import org.springframework.stereotype.Component;

/** What owners noted when they asked a customer again. */
@Component
class FollowUpsOfCustomer implements CustomerDataHolder, CasePart {

  private final FollowUps followUps;

  FollowUpsOfCustomer(FollowUps followUps) {
    this.followUps = followUps;
  }

  @Override
  public String part() {
    return "follow-ups";
  }

  @Override
  public List<FollowUp> export(Subject customer) {
    return followUps.ofCustomer(customer.id());
  }

  @Override
  public List<FollowUp> ofCase(long caseId) {
    return followUps.ofCase(caseId);
  }

  /** Those to come are refused by the contact policy on their day. */
  @Override
  public void remove(Subject customer) {
    followUps.removeWords(customer.id());
  }
}
