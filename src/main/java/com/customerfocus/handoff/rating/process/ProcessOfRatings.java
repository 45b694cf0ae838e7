package com.customerfocus.handoff.rating.process;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import com.customerfocus.handoff.rating.RatingsOfCustomer;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process instances of ratings about a customer, whose tasks name the customer. */
@Component
class ProcessOfRatings implements CustomerProcesses {

  private final RatingsOfCustomer ratings;

  ProcessOfRatings(RatingsOfCustomer ratings) {
    this.ratings = ratings;
  }

  @Override
  public String process() {
    return RatePartnershipProcess.KEY;
  }

  @Override
  public List<Long> businessKeys(Subject customer) {
    return ratings.ids(customer);
  }
}
