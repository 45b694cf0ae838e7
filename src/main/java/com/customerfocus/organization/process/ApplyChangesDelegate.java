package com.customerfocus.organization.process;

import static com.customerfocus.organization.process.OrganizationImportProcess.APPLIED;

import com.customerfocus.engine.BusinessKey;
import com.customerfocus.organization.ImportService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the changes, if they are still those that were reviewed. */
@Component
class ApplyChangesDelegate implements JavaDelegate {

  private final ImportService imports;

  ApplyChangesDelegate(ImportService imports) {
    this.imports = imports;
  }

  @Override
  public void execute(DelegateExecution execution) {
    APPLIED.set(execution, imports.apply(BusinessKey.of(execution)));
  }
}
