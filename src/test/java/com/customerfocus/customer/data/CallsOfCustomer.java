package com.customerfocus.customer.data;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** A process about customers whose business key is the customer's id. */
@TestComponent
public class CallsOfCustomer implements CustomerProcesses {

  static final String PROCESS = "call-customer";

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public List<Long> businessKeys(Subject customer) {
    return List.of(customer.id());
  }
}
