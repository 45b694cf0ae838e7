package com.customerfocus.customercase.goodwill.process;

import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.APPROVAL;

import com.customerfocus.customercase.goodwill.ApprovalService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the manager decided. */
@Component
class RecordApprovalDelegate implements JavaDelegate {

  private final ApprovalService approvals;

  RecordApprovalDelegate(ApprovalService approvals) {
    this.approvals = approvals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    approvals.decide(
        BusinessKey.of(execution), APPROVAL.get(execution), CurrentActor.of(execution));
  }
}
