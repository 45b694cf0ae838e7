package com.customerfocus.customer.imports.process;

import static com.customerfocus.customer.imports.process.CustomerImportProcess.APPLIED;

import com.customerfocus.customer.imports.CustomerImportService;
import com.customerfocus.engine.retry.JobLease;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the changes, if they are still those that were reviewed. */
@Component
class ApplyCustomerChangesDelegate implements JavaDelegate {

  private final CustomerImportService imports;
  private final JobLease lease;

  ApplyCustomerChangesDelegate(CustomerImportService imports, JobLease lease) {
    this.imports = imports;
    this.lease = lease;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var id = BusinessKey.of(execution);
    APPLIED.set(execution, lease.keepDuring(() -> imports.apply(id)));
  }
}
