package com.customerfocus.customercase.goodwill.process;

import com.customerfocus.customercase.goodwill.ApprovalService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the next manager up, since the one before did not decide in time. */
@Component
class EscalateGoodwillDelegate implements JavaDelegate {

  private final ApprovalService approvals;

  EscalateGoodwillDelegate(ApprovalService approvals) {
    this.approvals = approvals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    GoodwillProcess.ask(execution, approvals.escalate(BusinessKey.of(execution)));
  }
}
