package com.customerfocus.customercase.legal;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.remark.CasePart;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deadlines by law: what they are of a case, and of a customer. They name neither. */
@Component
class DeadlinesOfCase implements CasePart, CustomerDataHolder {

  private final LegalDeadlines deadlines;
  private final CaseView cases;

  DeadlinesOfCase(LegalDeadlines deadlines, CaseView cases) {
    this.deadlines = deadlines;
    this.cases = cases;
  }

  @Override
  public String part() {
    return "deadlines";
  }

  @Override
  public List<LegalDeadline> ofCase(long caseId) {
    return deadlines.of(caseId);
  }

  @Override
  public List<LegalDeadline> export(Subject customer) {
    return cases.ofCustomer(customer.id()).stream()
        .flatMap(id -> deadlines.of(id).stream())
        .toList();
  }

  /** There are no words in them; they end with their case. */
  @Override
  public void remove(Subject customer) {}
}
