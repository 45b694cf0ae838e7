package com.customerfocus.organization.imports.process;

import static com.customerfocus.organization.imports.process.OrganizationImportProcess.APPLIED;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.FILE;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.FILE_NAME;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.engine.variable.UploadedFile;
import com.customerfocus.organization.imports.ImportService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the uploaded file out of the engine, which would keep it for good. */
@Component
class RecordFileDelegate implements JavaDelegate {

  private final ImportService imports;

  RecordFileDelegate(ImportService imports) {
    this.imports = imports;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var file = UploadedFile.in(execution, FILE);
    var former = BusinessKey.find(execution);
    var id = imports.uploaded(former, file.name(), file.content(), CurrentActor.of(execution));
    FILE.remove(execution);
    FILE_NAME.set(execution, file.name());
    // Nothing of this file was reviewed yet.
    APPLIED.remove(execution);
    BusinessKey.set(execution, id);
  }
}
