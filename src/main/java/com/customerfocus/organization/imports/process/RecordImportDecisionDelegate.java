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

/** Records whether the changes are to be made. */
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
    // Whoever gives up may have chosen a file before, or none, which is an empty one.
    FILE.remove(execution);
    imports.decide(BusinessKey.of(execution), decision, reason, CurrentActor.of(execution));
  }
}
