package com.customerfocus.customercase.followup.process;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import com.customerfocus.customercase.followup.CaseFollowUpService;
import com.customerfocus.customercase.followup.FollowUp;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process instances of a customer's follow-ups, whose tasks name the customer. */
@Component
class ProcessOfFollowUps implements CustomerProcesses {

  private final CaseFollowUpService followUps;

  ProcessOfFollowUps(CaseFollowUpService followUps) {
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
