package com.customerfocus.customer.imports.process;

import static com.customerfocus.customer.imports.process.CustomerImportProcess.CHECK_CUSTOMER_FILE;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.FILE_NAME;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.IMPORTER_ID;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.KEY;

import com.customerfocus.customer.imports.CustomerImportWorkflow;
import java.util.HashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the review of a file that is in our table already, where its check begins. */
@Component
class CamundaCustomerImportWorkflow implements CustomerImportWorkflow {

  private final RuntimeService runtime;

  CamundaCustomerImportWorkflow(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void fileSubmitted(long importId, String fileName, String importerId) {
    var variables = new HashMap<String, Object>();
    IMPORTER_ID.put(variables, importerId);
    FILE_NAME.put(variables, fileName);
    runtime
        .createProcessInstanceByKey(KEY)
        .businessKey(String.valueOf(importId))
        .setVariables(variables)
        .startBeforeActivity(CHECK_CUSTOMER_FILE)
        .execute();
  }
}
