package com.customerfocus.customercase.goodwill.process;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import com.customerfocus.customercase.goodwill.GoodwillOfCustomer;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process instances of a customer's goodwill, whose tasks name the customer. */
@Component
class ProcessOfGoodwill implements CustomerProcesses {

  private final GoodwillOfCustomer goodwill;

  ProcessOfGoodwill(GoodwillOfCustomer goodwill) {
    this.goodwill = goodwill;
  }

  @Override
  public String process() {
    return GoodwillProcess.KEY;
  }

  @Override
  public List<Long> businessKeys(Subject customer) {
    return goodwill.ids(customer);
  }
}
