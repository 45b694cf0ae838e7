package com.customerfocus.organization.imports.process;

import static com.customerfocus.organization.imports.process.OrganizationImportProcess.CHECK;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.DECISION;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.FILE_CORRECT;

import com.customerfocus.engine.retry.JobLease;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.organization.imports.ImportService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out what is wrong with the file, or what it would change. */
@Component
class CheckFileDelegate implements JavaDelegate {

  private final ImportService imports;
  private final JobLease lease;

  CheckFileDelegate(ImportService imports, JobLease lease) {
    this.imports = imports;
    this.lease = lease;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var id = BusinessKey.of(execution);
    var check = lease.keepDuring(() -> imports.check(id));
    CHECK.set(execution, check);
    FILE_CORRECT.set(execution, check.correct());
    // What was decided about another state of things must not stand in the next form.
    DECISION.set(execution, null);
  }
}
