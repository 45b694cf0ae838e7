package com.customerfocus.organization.process;

import static com.customerfocus.organization.process.OrganizationImportProcess.DECISION;
import static com.customerfocus.organization.process.OrganizationImportProcess.FILE;
import static com.customerfocus.organization.process.OrganizationImportProcess.REASON;

import com.customerfocus.engine.BusinessKey;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.organization.ImportService;
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
