package com.customerfocus.customer.imports.process;

import static com.customerfocus.customer.imports.process.CustomerImportProcess.CHECK;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.DECISION;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.FILE_CORRECT;
import static com.customerfocus.customer.imports.process.CustomerImportReferences.PREVIEW;

import com.customerfocus.customer.imports.CustomerImportService;
import com.customerfocus.engine.retry.JobLease;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out what is wrong with the file, or what it would change. */
@Component
class CheckCustomerFileDelegate implements JavaDelegate {

  private final CustomerImportService imports;
  private final JobLease lease;

  CheckCustomerFileDelegate(CustomerImportService imports, JobLease lease) {
    this.imports = imports;
    this.lease = lease;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var id = BusinessKey.of(execution);
    var check = lease.keepDuring(() -> imports.check(id));
    CHECK.setReference(execution, PREVIEW.of(id));
    FILE_CORRECT.set(execution, check.correct());
    // What was decided about another state of things must not stand in the next form.
    DECISION.set(execution, null);
  }
}
