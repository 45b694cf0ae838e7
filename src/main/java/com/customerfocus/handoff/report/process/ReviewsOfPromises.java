package com.customerfocus.handoff.report.process;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import com.customerfocus.handoff.HandoffService;
import java.util.List;
import org.springframework.stereotype.Component;

/** The reviews of broken promises made in handoffs about a customer: they say what was promised. */
@Component
class ReviewsOfPromises implements CustomerProcesses {

  private final HandoffService handoffs;

  ReviewsOfPromises(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public String process() {
    return "promise-watch";
  }

  @Override
  public List<Long> businessKeys(Subject customer) {
    return handoffs.promisesOfCustomer(customer.id());
  }
}
