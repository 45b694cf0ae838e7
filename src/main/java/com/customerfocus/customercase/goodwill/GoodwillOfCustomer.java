package com.customerfocus.customercase.goodwill;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customercase.remark.CasePart;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goodwill of a customer. Sums and states stay after a removal. */
@Component
public class GoodwillOfCustomer implements CustomerDataHolder, CasePart {

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

  @Override
  public List<Goodwill> ofCase(long caseId) {
    return records.ofCase(caseId);
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
