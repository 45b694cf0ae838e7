package com.customerfocus.customer.imports.process;

import static com.customerfocus.customer.imports.process.CustomerImportProcess.APPLIED;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.FILE;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.FILE_NAME;

import com.customerfocus.customer.imports.CustomerImportService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.engine.variable.UploadedFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the uploaded file out of the engine, which would keep it for good. */
@Component
class RecordCustomerFileDelegate implements JavaDelegate {

  private final CustomerImportService imports;

  RecordCustomerFileDelegate(CustomerImportService imports) {
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
