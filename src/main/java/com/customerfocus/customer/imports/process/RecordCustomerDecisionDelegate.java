package com.customerfocus.customer.imports.process;

import static com.customerfocus.customer.imports.process.CustomerImportProcess.DECISION;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.FILE;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.REASON;

import com.customerfocus.customer.imports.CustomerImportService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the decision about the changes. */
@Component
class RecordCustomerDecisionDelegate implements JavaDelegate {

  private final CustomerImportService imports;

  RecordCustomerDecisionDelegate(CustomerImportService imports) {
    this.imports = imports;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var decision = DECISION.find(execution).orElse(null);
    var reason = REASON.find(execution).orElse(null);
    // On discarding, a file may have been chosen before; an empty field is an empty file.
    FILE.remove(execution);
    imports.decide(BusinessKey.of(execution), decision, reason, CurrentActor.of(execution));
  }
}
