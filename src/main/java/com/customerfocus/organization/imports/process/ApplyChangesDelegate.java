package com.customerfocus.organization.imports.process;

import static com.customerfocus.organization.imports.process.OrganizationImportProcess.APPLIED;

import com.customerfocus.engine.retry.JobLease;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.organization.imports.ImportService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the changes, if they are still those that were reviewed. */
@Component
class ApplyChangesDelegate implements JavaDelegate {

  private final ImportService imports;
  private final JobLease lease;

  ApplyChangesDelegate(ImportService imports, JobLease lease) {
    this.imports = imports;
    this.lease = lease;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var id = BusinessKey.of(execution);
    APPLIED.set(execution, lease.keepDuring(() -> imports.apply(id)));
  }
}
