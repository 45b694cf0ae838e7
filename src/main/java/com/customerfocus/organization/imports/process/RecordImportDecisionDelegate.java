package com.customerfocus.organization.imports.process;

import static com.customerfocus.organization.imports.process.OrganizationImportProcess.DECISION;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.FILE;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.REASON;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.organization.imports.ImportService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the decision about the changes. */
@Component
class RecordImportDecisionDelegate implements JavaDelegate {

  private final ImportService imports;

  RecordImportDecisionDelegate(ImportService imports) {
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
