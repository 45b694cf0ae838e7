package com.customerfocus.customercase.legal;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customercase.remark.AnswerOwed;
import com.customerfocus.customercase.remark.CasePart;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deadlines by law: what they are of a case, and of a customer. They name neither. */
@Component
class DeadlinesOfCase implements CasePart, CustomerDataHolder, AnswerOwed {

  private final LegalDeadlines deadlines;

  DeadlinesOfCase(LegalDeadlines deadlines) {
    this.deadlines = deadlines;
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
  public boolean isOwed(long caseId) {
    return deadlines.isAnswerOwed(caseId);
  }

  @Override
  public List<LegalDeadline> export(Subject customer) {
    return deadlines.ofCustomer(customer.id());
  }

  /** There are no words in them; they end with their case. */
  @Override
  public void remove(Subject customer) {}
}
