package com.customerfocus.organization.imports.process;

import static com.customerfocus.organization.imports.process.OrganizationImportProcess.APPLIED;

import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.organization.imports.ImportService;
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
