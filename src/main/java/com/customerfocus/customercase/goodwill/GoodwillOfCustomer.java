package com.customerfocus.customercase.goodwill;

import com.customerfocus.customer.CustomerDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goodwill of a customer. Sums and states stay after a removal. */
@Component
public class GoodwillOfCustomer implements CustomerDataHolder {

  private final GoodwillRecords records;

  GoodwillOfCustomer(GoodwillRecords records) {
    this.records = records;
  }

  @Override
  public String part() {
    return "goodwill";
  }

  @Override
  public List<Goodwill> export(Subject customer) {
    return records.ofCustomer(customer.id());
  }

  /** What waits lapses with the removal of its case. */
  @Override
  public void remove(Subject customer) {
    var ids = ids(customer);
    if (!ids.isEmpty()) {
      records.removeWords(ids);
    }
  }

  /** Numbers of all goodwill of this customer. */
  public List<Long> ids(Subject customer) {
    return records.ofCustomer(customer.id()).stream().map(Goodwill::id).toList();
  }
}
