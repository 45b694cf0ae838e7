package com.customerfocus.handoff.rating;

import com.customerfocus.customer.CustomerDataHolder;
import java.util.List;
import org.springframework.stereotype.Service;

/** What both sides wrote about handoffs for a customer. */
@Service
public class RatingsOfCustomer implements CustomerDataHolder {

  private final Ratings ratings;

  RatingsOfCustomer(Ratings ratings) {
    this.ratings = ratings;
  }

  @Override
  public String part() {
    return "ratings";
  }

  @Override
  public List<String> export(Subject customer) {
    var ids = ids(customer);
    return ids.isEmpty() ? List.of() : ratings.wordsOf(ids);
  }

  /** Ids of the ratings. */
  public List<Long> ids(Subject customer) {
    return ratings.ofCustomer(customer.id());
  }

  @Override
  public void remove(Subject customer) {
    var ids = ids(customer);
    if (!ids.isEmpty()) {
      ratings.removeWords(ids);
    }
  }
}
