package com.customerfocus.customercase.report.process;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import com.customerfocus.customercase.CaseView;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process instances of a customer's cases, whose tasks name the customer. */
@Component
class ProcessOfCases implements CustomerProcesses {

  private final CaseView view;

  ProcessOfCases(CaseView view) {
    this.view = view;
  }

  @Override
  public String process() {
    return EndedCaseTasks.PROCESS;
  }

  @Override
  public List<Long> businessKeys(Subject customer) {
    return view.ofCustomer(customer.id());
  }
}
