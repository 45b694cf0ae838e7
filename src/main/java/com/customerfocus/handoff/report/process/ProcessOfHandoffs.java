package com.customerfocus.handoff.report.process;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import com.customerfocus.handoff.HandoffService;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process instances of handoffs about a customer, whose tasks name the customer. */
@Component
class ProcessOfHandoffs implements CustomerProcesses {

  private final HandoffService handoffs;

  ProcessOfHandoffs(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public String process() {
    return EndedHandoffTasks.PROCESS;
  }

  @Override
  public List<Long> businessKeys(Subject customer) {
    return handoffs.ofCustomer(customer.id());
  }
}
