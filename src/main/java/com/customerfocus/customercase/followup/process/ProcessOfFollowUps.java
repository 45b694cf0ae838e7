package com.customerfocus.customercase.followup.process;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import com.customerfocus.customercase.followup.FollowUp;
import com.customerfocus.customercase.followup.FollowUpService;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process instances of a customer's follow-ups, whose tasks name the customer. */
@Component
class ProcessOfFollowUps implements CustomerProcesses {

  private final FollowUpService followUps;

  ProcessOfFollowUps(FollowUpService followUps) {
    this.followUps = followUps;
  }

  @Override
  public String process() {
    return CaseFollowUpProcess.KEY;
  }

  @Override
  public List<Long> businessKeys(Subject customer) {
    return followUps.ofCustomer(customer.id()).stream().map(FollowUp::id).toList();
  }
}
